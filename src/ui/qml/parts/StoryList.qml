import QtQuick
import Synaptarium
import Synaptarium.View

// What the program brings to be looked at: whole lives, and the phenomena of the model one by one.
Panel {
    id: list
    objectName: "storyList"
    property string tab: "lives"
    readonly property bool lives: tab === "lives"
    signal closed()
    color: Theme.surface1
    Accessible.role: Accessible.Pane
    Accessible.name: App.t("stories.title")

    Segments {
        id: tabs
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.px(12)
        name: App.t("stories.title")
        current: list.tab
        options: [{ id: "lives", text: App.t("stories.lives") },
                  { id: "phenomena", text: App.t("stories.phenomena") }]
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
        model: list.lives ? App.stories.lives : App.stories.phenomena
        delegate: StoryRow {
            id: row
            width: rows.width
            onActivated: {
                if (list.lives) App.stories.openLife(row.modelData.id)
                else App.stories.showPhenomenon(row.modelData.id, "after")
                list.closed()
            }
            onFocused: rows.positionViewAtIndex(row.index, ListView.Contain)
        }
    }
}
