import QtQuick
import Synaptarium
import Synaptarium.View

// What the program brings to be looked at: whole lives, the phenomena of the model one by one, and
// tours.
Panel {
    id: list
    objectName: "storyList"
    property string tab: "lives"
    readonly property var rowsOf: ({
        lives: App.stories.lives, phenomena: App.stories.phenomena, tours: App.stories.tours
    })
    signal closed()
    color: Theme.surface1
    Accessible.role: Accessible.Pane
    Accessible.name: App.t("stories.title")
    // Who came by keyboard goes on in here.
    Component.onCompleted: {
        const first = tabs.nextItemInFocusChain(true)
        if (App.keyboardInUse && first) first.forceActiveFocus()
    }

    Segments {
        id: tabs
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.px(12)
        name: App.t("stories.title")
        current: list.tab
        options: [{ id: "lives", text: App.t("stories.lives") },
                  { id: "phenomena", text: App.t("stories.phenomena") },
                  { id: "tours", text: App.t("stories.tours") }]
        onChosen: id => list.tab = id
    }
    TouchButton {
        anchors.right: parent.right
        anchors.verticalCenter: tabs.verticalCenter
        anchors.rightMargin: Theme.px(8)
        icon: "close"
        name: App.t("stories.close")
        onClicked: list.closed()
    }
    ListView {
        id: rows
        objectName: "storyRows"
        anchors.top: tabs.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.px(8)
        anchors.bottomMargin: Theme.px(8)
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 8000                 // all rows exist, so that Tab reaches each of them
        model: list.rowsOf[list.tab]
        delegate: StoryRow {
            id: row
            width: rows.width
            onActivated: {
                if (list.tab === "lives") App.stories.openLife(row.modelData.id)
                else if (list.tab === "tours") App.stories.openTour(row.modelData.id)
                else App.stories.showPhenomenon(row.modelData.id, "after")
                list.closed()
            }
            onFocused: rows.positionViewAtIndex(row.index, ListView.Contain)
        }
    }
}
