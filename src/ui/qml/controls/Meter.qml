import QtQuick
import Synaptarium

// A value between nothing and full beside the value it is compared with; grows the way the language
// reads.
Item {
    id: meter
    property real value: 0                // 0..1
    property real usual: 0                // 0..1
    property color colour
    implicitHeight: Theme.px(12)
    transform: Scale { origin.x: meter.width / 2; xScale: Theme.mirrored ? -1 : 1 }
    Rectangle {
        width: parent.width
        height: Theme.px(3)
        radius: height / 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.surface3
    }
    Rectangle {
        x: Math.min(meter.value, meter.usual) * parent.width
        width: Math.abs(meter.value - meter.usual) * parent.width
        height: Theme.px(3)
        anchors.verticalCenter: parent.verticalCenter
        color: meter.colour
    }
    Rectangle {
        x: meter.usual * parent.width - 1
        width: 2
        height: parent.height
        color: Theme.text2
    }
    Rectangle {
        x: meter.value * parent.width - width / 2
        width: Theme.px(9)
        height: width
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: meter.colour
    }
}
