import QtQuick
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

    readonly property var views: ["whole", "glass", "limbic", "connections"].map(
        id => ({ id: id, text: App.t("look." + id) }))
    readonly property real wide: brand.implicitWidth + left.implicitWidth + segments.implicitWidth
                                 + right.implicitWidth + Theme.px(110)
    readonly property bool roomForSegments: twoRows || wide < width
    readonly property bool roomForTitle: !twoRows && wide + title.implicitWidth + Theme.px(40) < width
    readonly property bool roomForBrand: brand.implicitWidth + left.implicitWidth + right.implicitWidth
                                         + (roomForSegments && !twoRows ? segments.implicitWidth : cycle.implicitWidth)
                                         + Theme.px(80) < width
    readonly property real rowHeight: Math.max(Theme.px(56), roomForBrand ? brand.implicitHeight + Theme.px(6) : 0, Theme.target + 4)
    implicitHeight: rowHeight + (twoRows ? segments.implicitHeight + Theme.px(4) : 0)

    Row {
        id: brand
        visible: bar.roomForBrand
        x: Theme.px(20)
        height: bar.rowHeight
        spacing: Theme.px(10)
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
        x: bar.roomForBrand ? brand.x + brand.width + Theme.px(18) : Theme.px(8)
        height: bar.rowHeight
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "home"
            text: App.t("action.app.home")
            name: App.t("action.app.home")
            hint: App.t("action.app.home.hint")
            onClicked: App.run("app.home")
        }
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.showRegionsButton
            icon: "list"
            text: Theme.huge && !Theme.portrait ? "" : App.t("regions.title")
            name: App.t("regions.title")
            checkable: true
            checked: bar.regionsOpen
            onClicked: bar.regionsToggled()
        }
    }
    Segments {
        id: segments
        visible: bar.roomForSegments
        options: bar.views
        current: App.viewName
        name: App.t("look.title")
        x: bar.twoRows ? (parent.width - width) / 2
                       : Math.max(left.x + left.width + Theme.px(24),
                                  Math.min((parent.width - width) / 2 - (bar.roomForTitle ? title.implicitWidth / 2 + Theme.px(12) : 0),
                                           right.x - Theme.px(16) - width - (bar.roomForTitle ? title.implicitWidth + Theme.px(24) : 0)))
        y: bar.twoRows ? bar.rowHeight : (bar.rowHeight - height) / 2
        onChosen: id => App.run("view." + id)
    }
    TouchButton {
        id: cycle
        visible: !bar.roomForSegments
        anchors.verticalCenter: left.verticalCenter
        x: left.x + left.width + Theme.px(8)
        edged: true
        text: App.viewName === "" ? "" : App.t("look." + App.viewName)
        name: App.t("look.title") + ", " + text
        onClicked: {
            const ids = bar.views.map(view => view.id)
            App.run("view." + ids[(ids.indexOf(App.viewName) + 1) % ids.length])
        }
    }
    Row {
        id: title
        visible: bar.roomForTitle
        height: bar.rowHeight
        x: segments.x + segments.width + Theme.px(24)
        spacing: Theme.px(8)
        Label { text: App.t("life.title"); color: Theme.text3; anchors.verticalCenter: parent.verticalCenter }
        Label { text: App.lifeTitle; font.weight: Font.DemiBold; anchors.verticalCenter: parent.verticalCenter }
    }
    Row {
        id: right
        height: bar.rowHeight
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(12)
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "undo"
            name: App.t("action.edit.undo")
            enabled: App.canUndo
            onClicked: App.run("edit.undo")
        }
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "redo"
            name: App.t("action.edit.redo")
            enabled: App.canRedo
            onClicked: App.run("edit.redo")
        }
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.showDetailsButton
            icon: "card"
            name: App.t("card.show")
            checkable: true
            checked: bar.detailsOpen
            onClicked: bar.detailsToggled()
        }
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: App.reducedMotion ? "still" : "motion"
            text: Theme.huge || Theme.portrait ? "" : App.t(App.reducedMotion ? "motion.off" : "motion.on")
            name: App.t("property.reading.reduced_motion")
            checkable: true
            checked: App.reducedMotion
            onClicked: App.run("reading.motion")
        }
        TouchButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "text"
            text: Math.round(App.textScale * 100) + "\u202f%"
            name: App.t("property.reading.text_scale") + ", " + text
            onClicked: App.textScale >= 2 ? App.set("reading.text_scale", 1) : App.run("reading.text_larger")
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
