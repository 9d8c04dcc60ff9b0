import QtQuick
import Synaptarium
import Synaptarium.View

// Two pixels of ivory, two pixels off the edge, for whoever works with the keyboard.
Rectangle {
    property Item target: parent
    property real corner: Theme.px(10)
    anchors.fill: parent
    anchors.margins: -4
    radius: corner + 4
    color: "transparent"
    border.width: 2
    border.color: Theme.now
    visible: target.activeFocus && App.keyboardInUse
    z: 100
}
