import QtQuick
import Synaptarium
import Synaptarium.View

// What is wrong, where, and what to do about it.
Rectangle {
    id: page
    readonly property var lines: App.errorLines
    color: Theme.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: App.errorTitle + " " + page.lines.join(" ")
    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: Theme.px(72)
        anchors.bottomMargin: Theme.px(64) + keys.height
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: column.height
        clip: true
        Column {
            id: column
            width: Math.min(flick.width, Theme.tx(860))
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(0, (flick.height - height) / 2.4)
            spacing: Theme.px(20)
            Serif { text: App.errorTitle; size: 44; width: parent.width; wrapMode: Text.Wrap }
            Repeater {
                model: page.lines.slice(0, 12)
                Label {
                    required property string modelData
                    text: modelData
                    size: 16
                    color: Theme.text2
                    width: parent.width
                    wrapMode: Text.Wrap
                    lineHeight: 1.3
                }
            }
            Label {
                visible: page.lines.length > 12
                text: App.t("error.more", { count: page.lines.length - 12 })
                color: Theme.text3
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
    Row {
        id: keys
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(48)
        width: column.width
        spacing: Theme.px(12)
        TouchButton {
            visible: App.canDraw
            primary: true
            text: App.t("error.again")
            onClicked: App.tryAgain()
        }
        TouchButton { edged: true; text: App.t("error.quit"); onClicked: Qt.quit() }
    }
}
