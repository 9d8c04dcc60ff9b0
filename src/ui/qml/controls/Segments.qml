import QtQuick
import Synaptarium

// One choice out of a few, side by side.
Rectangle {
    id: segments
    property var options: []              // {id, text, name}
    property string current
    property string name
    signal chosen(string id)
    implicitWidth: row.implicitWidth + 2
    implicitHeight: Math.max(Theme.target, Theme.tx(15) * 1.8 + 6)
    color: "transparent"
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Rectangle {
        width: parent.width
        height: parent.height - Theme.px(6)
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.px(10)
        color: "transparent"
        border.width: 1
        border.color: Theme.line
    }
    Row {
        id: row
        anchors.horizontalCenter: parent.horizontalCenter
        Repeater {
            model: segments.options
            TouchButton {
                id: segment
                required property var modelData
                text: segment.modelData.text
                name: segment.modelData.name || segment.modelData.text
                checkable: true
                checked: segment.modelData.id === segments.current
                ink: checked ? Theme.text1 : Theme.text2
                onClicked: segments.chosen(segment.modelData.id)
            }
        }
    }
}
