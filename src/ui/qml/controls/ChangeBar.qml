import QtQuick
import Synaptarium

// A change to one side or the other of a zero line, which leaves more room for gains.
Item {
    id: bar
    property real share: 0                // -1..1
    property color colour
    readonly property real zero: 0.3
    implicitHeight: Theme.px(12)
    transform: Scale { origin.x: bar.width / 2; xScale: Theme.mirrored ? -1 : 1 }
    Rectangle {
        x: parent.width * bar.zero
        y: -4
        width: 1
        height: parent.height + 8
        color: Theme.edge
    }
    Rectangle {
        readonly property real length:
            Math.abs(bar.share) * bar.width * (bar.share >= 0 ? 1 - bar.zero : bar.zero)
        x: bar.width * bar.zero - (bar.share >= 0 ? 0 : length)
        width: Math.max(2, length)
        height: parent.height
        radius: 2
        color: bar.colour
    }
}
