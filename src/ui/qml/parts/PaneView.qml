import QtQuick
import Synaptarium
import Synaptarium.View

// One picture of the brain with its labels.
Item {
    id: view
    property int index: 0
    // Down to where labels may stand on each side of the brain.
    property real roomLeft: height - Theme.px(12)
    property real roomRight: height - Theme.px(12)
    readonly property PaneModel pane: App.paneAt(index, App.paneCount)
    readonly property real captionHeight: caption.height + Theme.px(20)
    readonly property var scaleBar:
        loader.item ? (loader.item as BrainView).scaleBar : ({ pixels: 0, millimetres: 0 })

    Loader {
        id: loader
        anchors.fill: parent
        active: App.canDraw
        sourceComponent: BrainView {
            id: brain
            objectName: view.index === 0 ? "brain" : "secondBrain"
            app: App
            pane: view.index
            readonly property var arrows: [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down]
            Accessible.role: Accessible.Graphic
            Accessible.name: App.paneCount < 2 || !view.pane ? App.t("brain.name")
                : App.t("brain.one_of_two", { letter: letter.text, title: view.pane.title })
            Accessible.description: App.card.sentence
            Accessible.focusable: true
            Keys.onShortcutOverride: event => event.accepted = arrows.includes(event.key)
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
                readonly property string volume: view.pane ? view.pane.selectedVolume : ""
                anchor: brain.selectedAnchor
                text: view.pane ? view.pane.selectedLabel
                                  + (volume !== "" ? "  ·  " + volume : "") : ""
                strong: true
                brainRadius: brain.brainRadius
                upper: Theme.px(12)
                lowerLeft: view.roomLeft
                lowerRight: view.roomRight
            }
            LeaderLabel {
                readonly property string name: view.pane ? view.pane.hoveredLabel : ""
                readonly property bool near: chosen.shown && shown && chosen.toRight === toRight
                    && Math.abs(chosen.anchor.y - anchor.y) < Theme.tx(15) * 2
                anchor: brain.hoveredAnchor
                text: view.pane && name === view.pane.selectedLabel ? "" : name
                brainRadius: brain.brainRadius
                upper: Theme.px(12)
                lowerLeft: view.roomLeft
                lowerRight: view.roomRight
                shift: near ? (anchor.y >= chosen.anchor.y && !chosen.lowest ? 1 : -1)
                              * Theme.tx(15) * 1.8 : 0
            }
        }
    }
    // Whose life it is, and beside another one which of both. The one that is acted on is full.
    Row {
        id: caption
        objectName: "paneCaption"
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        y: Theme.px(14)
        spacing: Theme.px(10)
        Rectangle {
            id: sign
            readonly property bool active: view.pane === App.pane
            visible: App.paneCount > 1
            width: letter.implicitHeight + Theme.px(8)
            height: width
            radius: width / 2
            color: active ? Theme.now : "transparent"
            border.width: 1.5
            border.color: active ? Theme.now : Theme.edge
            Label {
                id: letter
                anchors.centerIn: parent
                text: App.t(view.index === 0 ? "compare.first" : "compare.second")
                color: sign.active ? Theme.actionInk : Theme.text1
                font.weight: Font.DemiBold
            }
        }
        Serif {
            text: view.pane ? view.pane.title : ""
            size: Theme.huge ? 16 : 20
            // Beside another brain it may use the line above it; alone it keeps beside the brain.
            width: Math.min(implicitWidth,
                            Math.max(view.width * (App.paneCount > 1 ? 0.75 : 0.3), Theme.tx(170)))
            wrapMode: Text.Wrap
        }
    }
}
