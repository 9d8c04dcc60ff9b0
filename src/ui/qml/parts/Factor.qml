import QtQuick
import Synaptarium
import Synaptarium.View

// How many times changes of size are drawn larger, in a frame that warns; nothing at true size.
Rectangle {
    id: factor
    readonly property string sign: App.pane.legend.factor
    visible: !App.pane.trueSize && sign !== ""
    implicitWidth: times.implicitWidth + Theme.px(16)
    implicitHeight: times.implicitHeight + Theme.px(6)
    radius: Theme.px(7)
    color: "transparent"
    border.width: 1
    border.color: Theme.contested
    Label {
        id: times
        anchors.centerIn: parent
        text: factor.sign
        size: 14
        color: Theme.contested
        font.weight: Font.DemiBold
    }
}
