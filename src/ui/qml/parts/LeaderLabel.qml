import QtQuick
import Synaptarium

// A name outside the brain with a thin line to the part it names. Its place is one in the picture,
// which is never mirrored.
Item {
    id: leader
    property var anchor: ({ visible: false })
    property string text
    property bool strong: false
    property real brainRadius: 0          // the label keeps outside of it
    property real upper: 0                // room for labels on the stage
    property real lowerLeft: parent.height    // a legend may stand on one side
    property real lowerRight: parent.height
    readonly property real lower: toRight ? lowerRight : lowerLeft
    readonly property bool lowest: labelY >= lower - name.height - 1
    property real shift: 0                // moves the label down, away from another one
    readonly property bool shown: anchor.visible === true && text !== ""
    readonly property bool toRight: shown && anchor.x >= parent.width / 2
    readonly property real gap: Theme.px(8)
    readonly property real elbow: Theme.px(14)
    readonly property real labelX: {
        if (!shown) return 0
        const reach = Math.max(brainRadius * 0.97,
                               Math.abs(anchor.x - parent.width / 2) + Theme.px(36))
        const edge = Theme.px(12)
        return toRight ? Math.min(parent.width / 2 + reach, parent.width - name.width - edge)
                       : Math.max(parent.width / 2 - reach - name.width, edge)
    }
    // Where there is no room beside the part, the name stands above it, without an elbow.
    readonly property bool above: shown && (toRight ? labelX < anchor.x + Theme.px(24)
                                                    : labelX + name.width > anchor.x - Theme.px(24))
    readonly property real wantedY: !shown ? 0
        : above ? anchor.y - name.height - Theme.px(20) + shift
                : anchor.y + (anchor.y - parent.height / 2) * 0.25 - name.height / 2 + shift
    readonly property real labelY: Math.max(upper, Math.min(lower - name.height, wantedY))
    readonly property real lineEndX: above ? anchor.x
                                           : toRight ? labelX - gap : labelX + name.width + gap
    readonly property real elbowX: above ? anchor.x
                                         : toRight ? lineEndX - elbow : lineEndX + elbow
    readonly property real lineY: above ? labelY + name.height : labelY + name.height / 2
    readonly property color ink: strong ? Theme.now : Theme.text2
    anchors.fill: parent
    visible: shown

    Rectangle {
        readonly property real dx: leader.shown ? leader.elbowX - leader.anchor.x : 0
        readonly property real dy: leader.shown ? leader.lineY - leader.anchor.y : 0
        x: leader.shown ? leader.anchor.x : 0
        y: (leader.shown ? leader.anchor.y : 0) - height / 2
        width: Math.hypot(dx, dy)
        height: leader.strong ? 1.6 : 1.1
        rotation: Math.atan2(dy, dx) * 180 / Math.PI
        transformOrigin: Item.Left
        antialiasing: true
        color: leader.ink
    }
    Rectangle {
        visible: !leader.above
        x: Math.min(leader.elbowX, leader.lineEndX)
        y: leader.lineY - height / 2
        width: leader.elbow
        height: leader.strong ? 1.6 : 1.1
        antialiasing: true
        color: leader.ink
    }
    Rectangle {
        x: (leader.shown ? leader.anchor.x : 0) - width / 2
        y: (leader.shown ? leader.anchor.y : 0) - height / 2
        width: Theme.px(leader.strong ? 10 : 8)
        height: width
        radius: width / 2
        color: Theme.tint(Theme.ground, 0.6)
        border.width: 1.5
        border.color: leader.ink
    }
    Label {
        id: name
        objectName: "leaderName"
        x: leader.labelX
        y: leader.labelY
        text: leader.text
        color: leader.strong ? Theme.text1 : Theme.text2
        font.weight: leader.strong ? Font.DemiBold : Font.Normal
        style: Text.Outline
        styleColor: Theme.tint(Theme.ground, 0.7)
    }
}
