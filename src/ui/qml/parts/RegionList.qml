import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// The regions by system, each with its change against the norm, and a field to search them.
Panel {
    id: list
    readonly property real rowHeight: Math.max(Theme.target - 4, Theme.tx(15) * 1.5, 40)
    signal picked()

    SearchField {
        id: field
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(12)
        name: App.t("regions.search")
        text: App.regions.search
        onEdited: text => App.regions.search = text
    }
    RowLayout {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: field.bottom
        anchors.leftMargin: Theme.px(16)
        anchors.rightMargin: Theme.px(16)
        height: Math.max(Theme.px(36), against.implicitHeight + Theme.px(8))
        spacing: Theme.px(16)
        Label {
            objectName: "regionsHeading"
            text: App.t("regions.heading")
            size: 14
            color: Theme.text3
            wrapMode: Text.Wrap
            Layout.maximumWidth: head.width * 0.45
        }
        Label {
            id: against
            objectName: "regionsAgainst"
            text: App.t("regions.against")
            size: 14
            color: Theme.text3
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
    Rectangle {
        anchors.bottom: rows.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: head.width
        height: 1
        color: Theme.line
    }
    ListView {
        id: rows
        objectName: "regionRows"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(8)
        width: parent.width
        topMargin: Theme.px(6)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: false
        cacheBuffer: 4000                 // all rows exist, so that Tab reaches each of them
        model: App.regions
        delegate: RegionRow {
            id: row
            width: rows.width
            minimumHeight: list.rowHeight
            onActivated: {
                if (row.heading) {
                    App.regions.toggle(row.index)
                } else {
                    App.regions.select(row.region)
                    list.picked()
                }
            }
            onFocused: rows.positionViewAtIndex(row.index, ListView.Contain)
        }
        Connections {
            target: App.regions
            function onSelectionChanged() {
                const row = App.regions.selectedRow
                if (row >= 0) rows.positionViewAtIndex(row, ListView.Contain)
            }
        }
    }
}
