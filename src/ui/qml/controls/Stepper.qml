import QtQuick
import Synaptarium
import Synaptarium.View

// A number with one step less and one step more.
Row {
    id: stepper
    property string name
    property string valueText
    signal stepped(int by)
    spacing: 0
    Label {
        text: stepper.name
        color: Theme.text3
        size: 14
        anchors.verticalCenter: parent.verticalCenter
        rightPadding: Theme.px(4)
    }
    TouchButton {
        icon: "minus"
        name: App.t("stepper.less", { name: stepper.name, value: stepper.valueText })
        onClicked: stepper.stepped(-1)
    }
    Label {
        text: stepper.valueText
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignHCenter
        width: Math.max(implicitWidth, Theme.tx(36))
        anchors.verticalCenter: parent.verticalCenter
    }
    TouchButton {
        icon: "plus"
        name: App.t("stepper.more", { name: stepper.name, value: stepper.valueText })
        onClicked: stepper.stepped(1)
    }
}
