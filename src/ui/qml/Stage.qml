import QtQuick
import Synaptarium.View

// The brain with its labels, legend and x-ray.
Item {
    id: stage
    property bool systemsInList: false    // the list beside explains the systems' colours
    readonly property real legendWidth: Math.min(Theme.tx(250), width * 0.45)
    // The brain keeps the middle: a legend that would lie on it is cut to what must always stand.
    readonly property bool brief: Theme.huge || (width - 1.15 * height) / 2 < legendWidth * 0.72
                                  || fullLegend.implicitHeight > height * 0.8
    property bool legendOpen: false
    readonly property alias brain: loader

    Loader {
        id: loader
        anchors.fill: parent
        active: App.canDraw
        sourceComponent: BrainView {
            id: brain
            objectName: "brain"
            app: App
            Accessible.role: Accessible.Graphic
            Accessible.name: App.t("brain.name")
            Accessible.description: App.sentence
            Accessible.focusable: true
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Left || event.key === Qt.Key_Right
                                                            || event.key === Qt.Key_Up || event.key === Qt.Key_Down
            Rectangle {
                anchors.fill: parent
                anchors.margins: 3
                radius: Theme.px(14)
                color: "transparent"
                border.width: 2
                border.color: Theme.now
                visible: brain.activeFocus && App.keyboardInUse
            }
            LeaderLabel {
                id: chosen
                anchor: brain.selectedAnchor
                text: App.selectedLabel + (App.cursorValue === "" ? "" : "  ·  " + App.cursorValue)
                strong: true
                brainRadius: brain.brainRadius
                upper: Theme.px(12)
                lower: stage.height - Theme.px(12)
            }
            LeaderLabel {
                readonly property bool near: chosen.shown && shown && chosen.toRight === toRight
                    && Math.abs(chosen.anchor.y - anchor.y) < Theme.tx(15) * 2
                anchor: brain.hoveredAnchor
                text: App.hoveredLabel === App.selectedLabel ? "" : App.hoveredLabel
                brainRadius: brain.brainRadius
                upper: Theme.px(12)
                lower: stage.height - Theme.px(12)
                shift: near ? (anchor.y >= chosen.anchor.y ? 1 : -1) * Theme.tx(15) * 1.8 : 0
            }
        }
    }
    Legend {
        id: fullLegend
        visible: !stage.brief
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(20)
        anchors.bottomMargin: Theme.px(8)
        width: stage.legendWidth
        systems: !stage.systemsInList
        scaleBar: loader.item ? loader.item.scaleBar : ({ pixels: 0, millimetres: 0 })
    }
    Column {
        visible: stage.brief
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(16)
        anchors.bottomMargin: Theme.px(4)
        spacing: Theme.px(4)
        Panel {
            visible: stage.legendOpen
            color: Theme.surface1
            width: opened.width + Theme.px(32)
            height: Math.min(scroll.contentHeight, stage.height - Theme.target - Theme.px(24))
            Flickable {
                id: scroll
                anchors.fill: parent
                clip: true
                contentHeight: opened.height + Theme.px(28)
                interactive: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                Legend {
                    id: opened
                    x: Theme.px(16)
                    y: Theme.px(14)
                    width: Theme.tx(260)
                    scaleBar: loader.item ? loader.item.scaleBar : ({ pixels: 0, millimetres: 0 })
                }
            }
        }
        Row {
            spacing: Theme.px(10)
            Label {
                visible: !App.trueSize
                text: App.legend.filter(entry => entry.kind === "exaggeration").map(entry => entry.sign)[0] || ""
                size: 14
                color: Theme.contested
                font.weight: Font.DemiBold
                padding: Theme.px(5)
                leftPadding: Theme.px(8)
                rightPadding: Theme.px(8)
                anchors.verticalCenter: parent.verticalCenter
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.px(7)
                    color: "transparent"
                    border.width: 1
                    border.color: Theme.contested
                }
            }
            TouchButton {
                edged: true
                size: 14
                text: App.t(stage.legendOpen ? "legend.close" : "legend.title")
                onClicked: stage.legendOpen = !stage.legendOpen
            }
        }
    }
    Column {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.px(20)
        anchors.bottomMargin: Theme.px(8)
        Dial {
            visible: !stage.brief
            title: App.t("property.view.explode")
            property: "view.explode"
            value: App.explode
        }
        Dial {
            title: App.t("property.view.xray")
            property: "view.xray"
            value: App.xray
        }
    }
    component Dial: Row {
        id: dial
        property string title
        property string property
        property real value
        anchors.right: parent ? parent.right : undefined
        spacing: Theme.px(12)
        Label {
            text: dial.title
            color: Theme.text2
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        TouchSlider {
            width: Theme.px(150)
            name: dial.title
            valueText: Math.round(dial.value * 100) + " %"
            value: dial.value
            step: 0.05
            onMoved: value => App.set(dial.property, value)
        }
    }
}
