import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// Name, Home, ways of looking, undo, reading aids.
Item {
    id: bar
    property bool showRegionsButton: false
    property bool regionsOpen: false
    property bool showDetailsButton: false
    property bool detailsOpen: false
    property bool twoRows: false
    signal regionsToggled()
    signal detailsToggled()
    property bool storiesOpen: false
    signal storiesToggled()

    readonly property var views: App.pane.looks
    // What there is room for depends on the words alone, never on what is shown.
    readonly property real gaps: Theme.px(110)
    readonly property bool roomForWords: twoRows ? !Theme.huge
                                                 : !Theme.large && width > Theme.px(1700)
    readonly property real needed: left.implicitWidth + right.implicitWidth + gaps
    property bool looksOpen: false
    property bool languagesOpen: false
    readonly property bool listOpen: looksOpen && !roomForSegments || languagesOpen
    function closeLists() {
        looksOpen = false
        languagesOpen = false
    }
    readonly property bool roomForSegments:
        !twoRows && needed + brand.implicitWidth + segments.implicitWidth < width
    readonly property bool roomForBrand: needed + brand.implicitWidth
        + (twoRows ? 0 : roomForSegments ? segments.implicitWidth : looks.implicitWidth) < width
    readonly property real rowHeight: Math.max(
        Theme.px(56), roomForBrand ? brand.implicitHeight + Theme.px(6) : 0, Theme.target + 4)
    implicitHeight: rowHeight + (twoRows ? second.implicitHeight + Theme.px(4) : 0)

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.px(bar.roomForBrand ? 20 : 8)
        anchors.rightMargin: Theme.px(12)
        height: bar.rowHeight
        spacing: Theme.px(8)
        Row {
            id: brand
            visible: bar.roomForBrand
            spacing: Theme.px(10)
            rightPadding: Theme.px(10)
            Icon {
                name: "mark"
                colour: Theme.text1
                width: Theme.tx(26)
                height: width
                anchors.verticalCenter: parent.verticalCenter
            }
            Serif {
                text: App.t("app.name")
                size: 23
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Row {
            id: left
            TouchButton {
                icon: "home"
                text: App.t("action.app.home")
                name: App.t("action.app.home")
                hint: App.t("action.app.home.hint")
                onClicked: App.run("app.home")
            }
            TouchButton {
                visible: bar.showRegionsButton
                icon: "list"
                text: Theme.huge && !Theme.portrait ? "" : App.t("regions.title")
                name: App.t("regions.title")
                checkable: true
                checked: bar.regionsOpen
                onClicked: bar.regionsToggled()
            }
            StoriesButton { visible: !bar.twoRows }
        }
        LooksButton {
            id: looks
            visible: !bar.twoRows && !bar.roomForSegments
        }
        Item { Layout.fillWidth: true }
        Segments {
            id: segments
            visible: bar.roomForSegments
            options: bar.views
            current: App.pane.look
            name: App.t("look.title")
            onChosen: id => App.pane.show(id)
        }
        Item { Layout.fillWidth: true }
        Row {
            id: right
            CompareButton { visible: !bar.twoRows }
            TouchButton {
                icon: "undo"
                name: App.t("action.edit.undo")
                enabled: App.life.canUndo
                onClicked: App.run("edit.undo")
            }
            TouchButton {
                icon: "redo"
                name: App.t("action.edit.redo")
                enabled: App.life.canRedo
                onClicked: App.run("edit.redo")
            }
            TouchButton {
                objectName: "languageButton"
                icon: "globe"
                name: App.t("language.title")
                checkable: true
                checked: bar.languagesOpen
                onClicked: bar.languagesOpen = !bar.languagesOpen
            }
            TouchButton {
                visible: bar.showDetailsButton
                icon: "card"
                name: App.t("card.show")
                checkable: true
                checked: bar.detailsOpen
                onClicked: bar.detailsToggled()
            }
            TouchButton {
                icon: App.reducedMotion ? "still" : "motion"
                text: Theme.huge || Theme.portrait
                    ? "" : App.t(App.reducedMotion ? "motion.off" : "motion.on")
                name: App.t("property.reading.reduced_motion")
                checkable: true
                checked: App.reducedMotion
                onClicked: App.run("reading.motion")
            }
            TouchButton {
                icon: "text"
                text: App.percent(App.textScale)
                name: App.t("property.reading.text_scale") + ", " + text
                onClicked: App.textScale >= 2 ? App.set("reading.text_scale", 1)
                                              : App.run("reading.text_larger")
            }
        }
    }
    Row {
        id: second
        visible: bar.twoRows
        anchors.horizontalCenter: parent.horizontalCenter
        y: bar.rowHeight
        spacing: Theme.px(16)
        StoriesButton {}
        LooksButton {}
        CompareButton {}
    }
    Panel {
        objectName: "looks"
        visible: bar.looksOpen && !bar.roomForSegments
        color: Theme.surface1
        anchors.horizontalCenter: parent.horizontalCenter
        y: bar.height + Theme.px(4)
        width: choice.width + Theme.px(16)
        height: choice.height + Theme.px(16)
        Segments {
            id: choice
            anchors.centerIn: parent
            widest: Math.min(Theme.tx(360), bar.width - Theme.px(48))
            options: bar.views
            current: App.pane.look
            name: App.t("look.title")
            onChosen: id => {
                App.pane.show(id)
                bar.looksOpen = false
            }
        }
    }
    Panel {
        objectName: "languages"
        visible: bar.languagesOpen
        color: Theme.surface1
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(12)
        y: bar.height + Theme.px(4)
        width: tongues.width + Theme.px(16)
        height: tongues.height + Theme.px(16)
        Segments {
            id: tongues
            anchors.centerIn: parent
            widest: Math.min(Theme.tx(360), bar.width - Theme.px(48))
            options: App.languages
            current: App.language
            name: App.t("language.title")
            onChosen: id => {
                bar.languagesOpen = false
                App.speak(id)
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }

    component StoriesButton: TouchButton {
        objectName: "storiesButton"
        icon: "lives"
        text: bar.roomForWords ? App.t("stories.title") : ""
        name: App.t("stories.title")
        checkable: true
        checked: bar.storiesOpen
        onClicked: bar.storiesToggled()
    }
    component LooksButton: TouchButton {
        objectName: "looksButton"
        edged: true
        checkable: true
        checked: bar.looksOpen
        icon: "opened"
        text: (bar.views.find(view => view.id === App.pane.look) || { text: "" }).text
        name: App.t("look.title") + ", " + text
        onClicked: bar.looksOpen = !bar.looksOpen
    }
    component CompareButton: TouchButton {
        objectName: "compareButton"
        readonly property bool two: App.paneCount > 1
        icon: two ? "close" : "compare"
        text: bar.roomForWords ? App.t(two ? "compare.close" : "compare.open") : ""
        name: App.t(two ? "action.compare.close.help" : "compare.open.name")
        onClicked: two ? App.run("compare.close")
                       : App.runWith("compare.open", { name: "average" })
    }
}
