import QtQuick
import Synaptarium
import Synaptarium.View

// Every button of the window: icon, word or both; plain, edged, primary or checked.
Item {
    id: button
    property string text
    property string icon
    property string name: text            // what a screen reader says
    property string hint                  // a keyboard shortcut, said after the name
    property bool primary: false
    property bool edged: false
    property bool checked: false
    property bool checkable: false
    property real size: 15
    property color ink: primary ? Theme.actionInk : Theme.text1
    property color iconInk: ink
    property real padding: Theme.px(12)
    property alias pressed: tap.pressed
    property bool leading: false          // at the start of the line, not in the middle
    signal clicked()

    function press() { if (enabled) clicked() }

    implicitHeight: Math.max(Theme.target, Theme.tx(size) * 1.8 + 6)
    implicitWidth: Math.max(Theme.target, row.implicitWidth + 2 * padding)
    activeFocusOnTab: enabled
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: name
    Accessible.description: enabled ? hint : App.t("button.unavailable")
    Accessible.focusable: enabled
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Space
    Keys.onSpacePressed: press()
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()

    Rectangle {
        width: parent.width
        height: Math.min(parent.height, button.implicitHeight) - Theme.px(6)
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.px(10)
        color: button.primary ? Theme.action
             : tap.pressed ? Theme.surface3
             : button.checked ? Theme.surface3
             : hover.hovered && button.enabled ? Theme.surface2 : "transparent"
        opacity: button.primary && tap.pressed ? 0.8 : 1
        border.width: button.edged ? 1 : 0
        border.color: Theme.edge
        Behavior on color { ColorAnimation { duration: Theme.touch } }
        FocusRing { target: button }
    }
    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        anchors.horizontalCenter: button.leading ? undefined : parent.horizontalCenter
        anchors.left: button.leading ? parent.left : undefined
        anchors.leftMargin: button.padding
        spacing: Theme.px(8)
        opacity: button.enabled ? 1 : 0.4
        Icon {
            visible: button.icon !== ""
            name: button.icon
            colour: button.iconInk
            width: Theme.tx(button.size + 5)
            height: width
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            visible: button.text !== ""
            text: button.text
            size: button.size
            color: button.ink
            font.weight: button.primary || button.checked ? Font.DemiBold : Font.Normal
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.press()
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
}
