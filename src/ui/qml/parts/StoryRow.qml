import QtQuick
import Synaptarium
import Synaptarium.View

// A life or phenomenon to choose: its title, and one sentence that says what it is.
Item {
    id: row
    required property int index
    required property var modelData
    signal activated()
    signal focused()
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.px(20))
    height: implicitHeight
    activeFocusOnTab: true
    onActiveFocusChanged: if (activeFocus) focused()
    Accessible.role: Accessible.ListItem
    Accessible.name: modelData.title + ". " + modelData.summary
    Accessible.focusable: true
    Accessible.onPressAction: activated()
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Space
    Keys.onSpacePressed: activated()
    Keys.onReturnPressed: activated()

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: Theme.px(8)
        color: tap.pressed ? Theme.surface3 : hover.hovered ? Theme.surface2 : "transparent"
        border.width: row.activeFocus && App.keyboardInUse ? 2 : 0
        border.color: Theme.now
    }
    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        width: parent.width - Theme.px(40)
        spacing: Theme.px(2)
        Label {
            width: parent.width
            text: row.modelData.title
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: row.modelData.summary
            size: 14
            color: Theme.text2
            wrapMode: Text.Wrap
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
