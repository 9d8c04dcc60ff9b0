import QtQuick
import Synaptarium.View

// The regions by system, one system open at a time, each with its change against the norm.
Panel {
    id: list
    property string open: ""
    readonly property real rowHeight: Math.max(Theme.target - 4, Theme.tx(15) * 1.5, 40)
    signal picked()

    function openSelected() {
        const groups = App.regionGroups
        for (const group of groups)
            if (group.regions.some(row => row.region === App.selectedRegion)) open = group.system
    }
    Connections {
        target: App
        function onSelectionChanged() { list.openSelected() }
        function onStateChanged() { list.openSelected() }
    }
    Component.onCompleted: openSelected()

    Item {
        id: head
        x: Theme.px(16)
        width: parent.width - 2 * x
        height: Math.max(Theme.px(44), Theme.tx(14) * 2.4)
        Label {
            text: App.t("regions.heading")
            size: 14
            color: Theme.text3
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            anchors.right: parent.right
            text: App.t("regions.against")
            size: 14
            color: Theme.text3
            anchors.verticalCenter: parent.verticalCenter
        }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
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
                    readonly property bool opened: list.open === modelData.system
                    width: column.width
                    ListRow {
                        width: parent.width
                        heading: true
                        text: group.modelData.name
                        value: group.opened ? "" : group.modelData.regions.length
                        colour: Theme.system(group.modelData.system)
                        opened: group.opened
                        onActivated: list.open = group.opened ? "" : group.modelData.system
                        onFocused: flick.show(this)
                    }
                    Repeater {
                        model: group.opened ? group.modelData.regions : []
                        ListRow {
                            required property var modelData
                            width: group.width
                            text: modelData.name
                            abbreviation: modelData.abbreviation
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

    component ListRow: Item {
        id: row
        property bool heading: false
        property bool opened: false
        property bool part: false
        property bool selected: false
        property string text
        property string abbreviation
        property string value
        property color colour: "transparent"
        signal activated()
        signal focused()
        height: Math.max(list.rowHeight, label.implicitHeight + Theme.px(10))
        activeFocusOnTab: true
        onActiveFocusChanged: if (activeFocus) focused()
        Accessible.role: heading ? Accessible.Button : Accessible.ListItem
        Accessible.name: text + (value === "" || heading ? "" : ", " + value)
        Accessible.focusable: true
        Accessible.selected: selected
        Accessible.onPressAction: activated()
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Space
        Keys.onSpacePressed: activated()
        Keys.onReturnPressed: activated()
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: 1
            anchors.rightMargin: 1
            color: row.selected || tap.pressed ? Theme.surface3 : hover.hovered ? Theme.surface2 : "transparent"
            Rectangle { visible: row.selected; width: Theme.px(3); height: parent.height; color: Theme.now }
            Rectangle {
                anchors.fill: parent
                anchors.margins: 2
                radius: Theme.px(6)
                color: "transparent"
                border.width: 2
                border.color: Theme.now
                visible: row.activeFocus && App.keyboardInUse
            }
        }
        Icon {
            visible: row.heading
            x: Theme.px(14)
            name: row.opened ? "opened" : "open"
            colour: Theme.text3
            width: Theme.px(14)
            height: width
            anchors.verticalCenter: parent.verticalCenter
        }
        Rectangle {
            visible: row.heading
            x: Theme.px(36)
            width: Theme.px(11)
            height: width
            radius: Theme.px(2.5)
            color: row.colour
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: label
            x: Theme.px(row.heading ? 56 : row.part ? 56 : 36)
            width: amount.x - x - Theme.px(8)
            text: row.text
            font.weight: row.heading || row.selected ? Font.DemiBold : Font.Normal
            wrapMode: Text.Wrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Label {
            id: amount
            x: parent.width - width - Theme.px(16)
            text: row.value
            color: row.heading ? Theme.text3 : row.selected ? Theme.text1 : Theme.text2
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        TapHandler { id: tap; gesturePolicy: TapHandler.ReleaseWithinBounds; onTapped: row.activated() }
        HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    }
}
