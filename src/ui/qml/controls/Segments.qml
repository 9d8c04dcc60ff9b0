import QtQuick
import Synaptarium

// One choice out of a few, side by side.
Rectangle {
    id: segments
    property var options: []              // {id, text, name}
    property string current
    property string name
    property real widest: 1e9             // more goes into further rows
    signal chosen(string id)
    implicitWidth: row.width + 2
    implicitHeight: row.implicitHeight
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
    Flow {
        id: row
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(oneRow(parts.count), segments.widest - 2)
        function oneRow(count) {
            let sum = 0
            for (let i = 0; i < count; ++i) sum += parts.itemAt(i) ? parts.itemAt(i).implicitWidth : 0
            return Math.ceil(sum)
        }
        Repeater {
            id: parts
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
