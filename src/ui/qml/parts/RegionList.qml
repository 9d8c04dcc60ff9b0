import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// The regions by system, each with its change against the norm.
Panel {
    id: list
    property var open: ({})               // systems that are open
    readonly property real rowHeight: Math.max(Theme.target - 4, Theme.tx(15) * 1.5, 40)
    signal picked()

    function setOpen(system, opened) {
        const next = Object.assign({}, open)
        next[system] = opened
        open = next
    }
    function openSelected() {
        for (const group of App.regionGroups)
            if (group.regions.some(row => row.region === App.selectedRegion))
                setOpen(group.system, true)
    }
    Connections {
        target: App
        function onSelectionChanged() { list.openSelected() }
        function onStateChanged() { list.openSelected() }
    }
    Component.onCompleted: openSelected()

    RowLayout {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(16)
        height: Math.max(Theme.px(44), Theme.tx(14) * 2.4)
        Label { text: App.t("regions.heading"); size: 14; color: Theme.text3 }
        Label {
            text: App.t("regions.against")
            size: 14
            color: Theme.text3
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
    Rectangle {
        anchors.bottom: flick.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: head.width
        height: 1
        color: Theme.line
    }
    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(8)
        width: parent.width
        contentHeight: column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        function show(item) {
            const y = item.mapToItem(column, 0, 0).y
            if (y < contentY) contentY = y
            if (y + item.height > contentY + height) contentY = y + item.height - height
        }
        Column {
            id: column
            width: flick.width
            topPadding: Theme.px(6)
            Repeater {
                model: App.regionGroups
                Column {
                    id: group
                    required property var modelData
                    readonly property bool opened: list.open[modelData.system] === true
                    width: column.width
                    RegionRow {
                        width: parent.width
                        minimumHeight: list.rowHeight
                        heading: true
                        text: group.modelData.name
                        value: group.opened ? "" : group.modelData.regions.length
                        colour: Theme.system(group.modelData.system)
                        opened: group.opened
                        onActivated: list.setOpen(group.modelData.system, !group.opened)
                        onFocused: flick.show(this)
                    }
                    Repeater {
                        model: group.opened ? group.modelData.regions : []
                        RegionRow {
                            required property var modelData
                            width: group.width
                            minimumHeight: list.rowHeight
                            text: modelData.name
                            part: modelData.part
                            value: App.regionChanges[modelData.region] || ""
                            selected: App.selectedRegion === modelData.region
                            onActivated: { App.selectRegion(modelData.region); list.picked() }
                            onFocused: flick.show(this)
                        }
                    }
                }
            }
        }
    }
}
