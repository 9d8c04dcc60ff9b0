import QtQuick
import Synaptarium

// Ground under words that lie on a picture; it fades out on all sides.
Item {
    Repeater {
        model: 9
        Rectangle {
            required property int index
            readonly property real fade: Theme.px(36)
            readonly property real inner: fade * index / 8
            anchors.fill: parent
            anchors.margins: inner - fade
            radius: Math.max(Theme.px(4), fade * 1.2 - inner)
            color: Theme.tint(Theme.ground, 0.15)
        }
    }
}
