import QtQuick
import Synaptarium
import Synaptarium.View

// The first picture: the name at once, and that something is being read.
Item {
    id: page
    Column {
        anchors.centerIn: parent
        spacing: Theme.px(16)
        Serif {
            text: App.t("app.name")
            size: 44
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Label {
            text: App.t("loading")
            color: Theme.text3
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Rectangle {
            width: Theme.px(240)
            height: 2
            color: Theme.line
            anchors.horizontalCenter: parent.horizontalCenter
            clip: true
            Rectangle {
                width: Theme.px(60)
                height: 2
                color: Theme.now
                NumberAnimation on x {
                    running: page.visible && !App.reducedMotion
                    from: -Theme.px(60)
                    to: Theme.px(240)
                    duration: 1600
                    loops: Animation.Infinite
                }
            }
        }
    }
}
