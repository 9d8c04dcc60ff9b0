import QtQuick
import Synaptarium
import Synaptarium.View

// The step of a tour: its caption for the room, the way on and back, and the lecturer's notes,
// which open by hand.
Panel {
    id: bar
    objectName: "tourBar"
    property bool notesOpen: false
    readonly property var tour: App.tour
    visible: tour.given
    border.width: 0
    color: Theme.tint(Theme.ground, 0.78)
    implicitHeight: words.contentHeight + keys.implicitHeight + Theme.px(24)
    Accessible.role: Accessible.Pane
    Accessible.name: tour.title + ", " + tour.place

    Flickable {
        id: words
        objectName: "tourWords"
        anchors.top: parent.top
        anchors.bottom: keys.top
        anchors.topMargin: Theme.px(8)
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - Theme.px(32)
        contentHeight: content.implicitHeight
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: content
            width: words.width
            spacing: Theme.px(4)
            Serif {
                objectName: "tourCaption"
                width: parent.width
                text: bar.tour.caption
                size: 30
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                visible: text !== ""
                text: bar.tour.sources
                size: 13
                color: Theme.text3
                wrapMode: Text.Wrap
            }
            Column {
                objectName: "tourNotes"
                width: parent.width
                visible: bar.notesOpen
                spacing: Theme.px(4)
                Repeater {
                    model: bar.tour.notes
                    Label {
                        required property string modelData
                        width: content.width
                        text: modelData
                        color: Theme.text2
                        wrapMode: Text.Wrap
                    }
                }
                Label {
                    width: parent.width
                    visible: text !== ""
                    text: bar.tour.question
                    font.italic: true
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    // On and back stay in reach however long the words above are.
    Flow {
        id: keys
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.px(8)
        anchors.leftMargin: Theme.px(16)
        spacing: Theme.px(8)
        TouchButton {
            objectName: "tourBack"
            edged: true
            text: App.t("action.tour.back")
            enabled: bar.tour.step > 1
            onClicked: App.run("tour.back")
        }
        TouchButton {
            objectName: "tourNext"
            primary: true
            text: App.t("action.tour.next")
            enabled: bar.tour.step < bar.tour.steps
            onClicked: App.run("tour.next")
        }
        Label {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            text: bar.tour.place
            color: Theme.text2
        }
        TouchButton {
            objectName: "tourNotesButton"
            text: App.t("tour.notes")
            checkable: true
            checked: bar.notesOpen
            onClicked: bar.notesOpen = !bar.notesOpen
        }
        TouchButton {
            objectName: "tourClose"
            icon: "close"
            name: App.t("action.tour.close")
            onClicked: App.run("tour.close")
        }
    }
}
