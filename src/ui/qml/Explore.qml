import QtQuick

// Places the parts: brain in the middle, panels at the edges, life below.
Item {
    id: explore
    readonly property real margin: Theme.px(16)
    readonly property bool showTree: !Theme.portrait && !Theme.huge
    readonly property bool cardAsBand: Theme.portrait
    readonly property real treeWidth: Theme.px(Theme.large ? 380 : 308)
    readonly property real cardWidth: Theme.px(Theme.large ? 480 : 380)
    property bool treeOpen: false
    property string tab: "region"         // which card shows when there is no room for both
    readonly property bool spanChosen: App.chosenSpan !== 0

    Connections {
        target: App
        function onSpanChanged() { if (App.chosenSpan !== 0) explore.tab = "span" }
        function onSelectionChanged() { explore.tab = "region" }
    }

    TopBar {
        id: top
        width: parent.width
        height: implicitHeight
        twoRows: Theme.portrait
        showRegionsButton: !explore.showTree
        regionsOpen: explore.treeOpen
        onRegionsToggled: explore.treeOpen = !explore.treeOpen
    }
    Dock {
        id: dock
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
    }
    // Between bar and dock; in a tall window the cards take a band above the dock.
    Item {
        id: middle
        anchors.top: top.bottom
        anchors.bottom: dock.top
        width: parent.width
        readonly property real bandHeight: explore.cardAsBand
            ? Math.min(height * 0.46, Math.max(region.implicitHeight, explore.spanChosen ? span.implicitHeight : 0)) + explore.margin : 0

        Stage {
            id: stage
            z: 0
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.bottomMargin: middle.bandHeight
            x: explore.showTree ? tree.x + tree.width : 0
            width: (explore.cardAsBand ? parent.width : cards.x) - x
        }
        RegionList {
            id: tree
            visible: explore.showTree || explore.treeOpen
            z: explore.showTree ? 1 : 10
            color: explore.showTree ? Theme.panel : Theme.surface1
            x: explore.margin
            y: explore.margin
            width: Math.min(explore.treeWidth, parent.width - 2 * x)
            height: parent.height - 2 * explore.margin
            onPicked: explore.treeOpen = false
        }
        Item {
            id: cards
            z: 1
            readonly property real gap: Theme.px(12)
            readonly property bool both: explore.cardAsBand
                || region.implicitHeight + span.implicitHeight + gap <= height
            readonly property bool tabbed: explore.spanChosen && !both
            readonly property real tabHeight: tabbed ? Theme.target + Theme.px(6) : 0
            x: explore.cardAsBand ? explore.margin : parent.width - width - explore.margin
            y: explore.cardAsBand ? parent.height - middle.bandHeight : explore.margin
            width: explore.cardAsBand ? parent.width - 2 * explore.margin
                                      : Math.min(explore.cardWidth, parent.width * 0.45)
            height: explore.cardAsBand ? middle.bandHeight - explore.margin : parent.height - 2 * explore.margin
            Segments {
                visible: cards.tabbed
                name: App.t("card.choice")
                current: explore.tab
                options: [{ id: "region", text: App.t("card.region") },
                          { id: "span", text: App.span.name || "" }]
                onChosen: id => explore.tab = id
            }
            RegionCard {
                id: region
                visible: !cards.tabbed || explore.tab === "region"
                y: cards.tabHeight
                width: explore.cardAsBand && explore.spanChosen ? (parent.width - cards.gap) / 2 : parent.width
                height: Math.min(implicitHeight, parent.height - y)
            }
            SpanCard {
                id: span
                visible: explore.spanChosen && (!cards.tabbed || explore.tab === "span")
                x: explore.cardAsBand ? region.width + cards.gap : 0
                y: cards.tabbed ? cards.tabHeight : explore.cardAsBand ? 0 : region.height + cards.gap
                width: explore.cardAsBand ? (parent.width - cards.gap) / 2 : parent.width
                height: Math.min(implicitHeight, parent.height - y)
            }
        }
    }
}
