import QtQuick
import Synaptarium.View

// The brain with its labels, legend and x-ray.
Item {
    id: stage
    property real legendWidth: Theme.tx(250)
    readonly property alias brain: loader

    Loader {
        id: loader
        anchors.fill: parent
        active: App.canDraw
        focus: true
        sourceComponent: BrainView {
            id: brain
            app: App
            focus: true
            Accessible.role: Accessible.Graphic
            Accessible.name: App.t("brain.name")
            Accessible.description: App.sentence
            Accessible.focusable: true
            Keys.onReturnPressed: App.run("app.home")
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
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(20)
        anchors.bottomMargin: Theme.px(8)
        width: stage.legendWidth
        scaleBar: loader.item ? loader.item.scaleBar : 0
    }
    Row {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.px(20)
        anchors.bottomMargin: Theme.px(8)
        spacing: Theme.px(12)
        Label {
            text: App.t("property.view.xray")
            color: Theme.text2
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        TouchSlider {
            width: Theme.px(150)
            name: App.t("property.view.xray")
            valueText: Math.round(App.xray * 100) + " %"
            value: App.xray
            step: 0.05
            onMoved: value => App.set("view.xray", value)
        }
    }
}
