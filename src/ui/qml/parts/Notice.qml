import QtQuick
import Synaptarium
import Synaptarium.View

// Says in words why something asked for was not done; goes by itself, or when it is done after all.
Panel {
    id: notice
    objectName: "notice"
    property string words
    visible: words !== ""
    color: Theme.surface2
    border.color: Theme.edge
    implicitHeight: Math.max(label.implicitHeight + Theme.px(20), close.implicitHeight)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words

    Connections {
        target: App
        function onRefusalChanged() {
            notice.words = App.refusal
            if (App.refusal !== "") shown.restart()
        }
        function onLanguageChanged() { if (notice.words !== "") notice.words = App.refusal }
    }
    Timer { id: shown; interval: 12000; onTriggered: notice.words = "" }
    Label {
        id: label
        anchors.left: parent.left
        anchors.right: close.left
        anchors.leftMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        text: notice.words
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    TouchButton {
        id: close
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        icon: "close"
        name: App.t("notice.close")
        onClicked: notice.words = ""
    }
}
