import QtQuick
import Synaptarium
import Synaptarium.View

// A line to type in, with a key that empties it.
Rectangle {
    id: field
    property string name
    property string text
    signal edited(string text)
    implicitHeight: Math.max(Theme.target, Theme.tx(15) * 1.8 + 6)
    radius: Theme.px(10)
    color: "transparent"
    border.width: 1
    border.color: input.activeFocus ? Theme.now : Theme.edge
    onTextChanged: if (input.text !== text) input.text = text

    Icon {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        colour: Theme.text3
        width: Theme.tx(18)
        height: width
    }
    TextInput {
        id: input
        objectName: "search"
        anchors.left: sign.right
        anchors.right: clear.left
        anchors.leftMargin: Theme.px(10)
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        verticalAlignment: TextInput.AlignVCenter
        clip: true
        color: Theme.text1
        selectionColor: Theme.surface3
        selectedTextColor: Theme.text1
        font.family: Theme.sans
        font.pixelSize: Theme.tx(15)
        renderType: TextInput.NativeRendering
        activeFocusOnTab: true
        Accessible.role: Accessible.EditableText
        Accessible.name: field.name
        Accessible.focusable: true
        onTextEdited: field.edited(text)
        // While something is typed, keys are letters and not commands.
        Keys.onShortcutOverride: event => event.accepted = event.key !== Qt.Key_Tab
        Keys.onEscapePressed: {
            field.edited("")
            focus = false
        }
        Label {
            anchors.fill: parent
            verticalAlignment: Text.AlignVCenter
            visible: input.text === ""
            text: field.name
            color: Theme.text3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    TouchButton {
        id: clear
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text !== ""
        icon: "close"
        name: App.t("search.clear")
        onClicked: field.edited("")
    }
}
