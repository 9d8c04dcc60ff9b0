import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// A line of the region list: a system, which opens and closes, or a region, which is chosen.
Item {
    id: row
    property real minimumHeight: 40
    required property int index
    required property bool heading
    required property string name
    required property string system
    required property int region
    required property bool part           // of the region above it
    required property string change
    required property int count
    required property bool isOpen
    required property bool selected
    readonly property string value: heading ? (isOpen ? "" : App.number(count)) : change
    signal activated()
    signal focused()
    implicitHeight: Math.max(minimumHeight, label.implicitHeight + Theme.px(10))
    height: implicitHeight
    activeFocusOnTab: true
    onActiveFocusChanged: if (activeFocus) focused()
    Accessible.role: heading ? Accessible.Button : Accessible.ListItem
    Accessible.name: name + (value === "" || heading ? "" : ", " + value)
    Accessible.focusable: true
    Accessible.selected: selected
    Accessible.onPressAction: activated()
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Space
    Keys.onSpacePressed: activated()
    Keys.onReturnPressed: activated()

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 1
        anchors.rightMargin: 1
        color: row.selected || tap.pressed ? Theme.surface3
             : hover.hovered ? Theme.surface2 : "transparent"
        Rectangle {
            visible: row.selected
            anchors.left: parent.left
            width: Theme.px(3)
            height: parent.height
            color: Theme.now
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: Theme.px(6)
            color: "transparent"
            border.width: 2
            border.color: Theme.now
            visible: row.activeFocus && App.keyboardInUse
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(row.heading ? 14 : row.part ? 56 : 36)
        anchors.rightMargin: Theme.px(16)
        spacing: Theme.px(8)
        Icon {
            visible: row.heading
            name: row.isOpen ? "opened" : "open"
            mirror: Theme.mirrored && !row.isOpen
            colour: Theme.text3
            Layout.preferredWidth: Theme.px(14)
            Layout.preferredHeight: Theme.px(14)
        }
        Rectangle {
            visible: row.heading
            color: Theme.system(row.system)
            radius: Theme.px(2.5)
            Layout.preferredWidth: Theme.px(11)
            Layout.preferredHeight: Theme.px(11)
        }
        Label {
            id: label
            text: row.name
            font.weight: row.heading || row.selected ? Font.DemiBold : Font.Normal
            wrapMode: Text.Wrap
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Label {
            text: row.value
            color: row.heading ? Theme.text3 : row.selected ? Theme.text1 : Theme.text2
            Accessible.ignored: true
        }
    }
    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: row.activated()
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
}
