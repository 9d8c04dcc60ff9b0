import QtQuick

// One choice out of a few, side by side.
Rectangle {
    id: segments
    property var options: []              // {id, text}
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
        x: 1
        Repeater {
            model: segments.options
            TouchButton {
                required property var modelData
                text: modelData.text
                name: modelData.name || modelData.text
                checkable: true
                checked: modelData.id === segments.current
                ink: checked ? Theme.text1 : Theme.text2
                onClicked: segments.chosen(modelData.id)
            }
        }
    }
}
