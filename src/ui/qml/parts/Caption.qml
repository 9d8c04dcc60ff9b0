import QtQuick
import Synaptarium
import Synaptarium.View

// What the Moment on the stage shows, with its other side where it has one.
Panel {
    id: caption
    objectName: "caption"
    readonly property var shown: App.stories.caption
    visible: shown.text !== ""
    border.width: 0
    color: Theme.tint(Theme.ground, 0.72)
    implicitHeight: content.implicitHeight + Theme.px(16)
    Accessible.role: Accessible.Pane
    Accessible.name: shown.title

    Column {
        id: content
        anchors.centerIn: parent
        width: parent.width - Theme.px(24)
        spacing: Theme.px(6)
        Serif {
            width: parent.width
            visible: text !== ""
            text: caption.shown.title
            size: 20
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: caption.shown.text
            color: Theme.text2
            wrapMode: Text.Wrap
        }
        Flow {
            width: parent.width
            spacing: Theme.px(8)
            Segments {
                visible: caption.shown.phenomenon !== ""
                name: App.t("caption.side")
                current: caption.shown.side
                options: [{ id: "before", text: App.t("caption.before") },
                          { id: "after", text: App.t("caption.after") }]
                onChosen: id => App.stories.showPhenomenon(caption.shown.phenomenon, id)
            }
            TouchButton {
                icon: "close"
                name: App.t("action.caption.clear")
                onClicked: App.run("caption.clear")
            }
        }
    }
}
