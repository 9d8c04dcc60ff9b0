import QtQuick
import Synaptarium

// A piece of ground with an edge.
Rectangle {
    radius: Theme.px(14)
    color: Theme.panel
    border.width: 1
    border.color: Theme.line
    // What lies behind a panel must not feel the finger.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onWheel: wheel => wheel.accepted = true
    }
}
