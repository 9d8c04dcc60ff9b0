import QtQuick

// Places the parts: brain in the middle, panels at the edges, life below. With large text the list
// and the cards become sheets over everything; in a tall window the cards take a band of their own.
Item {
    id: explore
    readonly property real margin: Theme.px(16)
    readonly property bool sheets: Theme.huge && !Theme.portrait
    readonly property bool band: Theme.portrait
    readonly property bool showTree: !sheets && !band
    readonly property real treeWidth: Theme.px(Theme.large ? 380 : 308)
    readonly property real cardWidth: Theme.px(Theme.huge ? 620 : Theme.large ? 480 : 392)
    property bool treeOpen: false
    property bool cardsOpen: false        // only where they are a sheet
    property string tab: "region"         // which card shows when there is no room for both
    readonly property bool spanChosen: App.chosenSpan !== 0

    Connections {
        target: App
        function onChosenByHand(what) {
            explore.tab = what
            explore.cardsOpen = true
        }
        function onStateChanged() { explore.cardsOpen = false }
    }

    Stage {
        id: stage
        anchors.top: top.bottom
        anchors.bottom: dock.top
        anchors.bottomMargin: explore.band ? cards.height + explore.margin : 0
        x: explore.showTree ? tree.x + tree.width : 0
        width: (explore.showTree ? cards.x : parent.width) - x
        systemsInList: explore.showTree
    }
    TopBar {
        id: top
        width: parent.width
        height: implicitHeight
        twoRows: Theme.portrait
        showRegionsButton: !explore.showTree
        regionsOpen: explore.treeOpen
        showDetailsButton: explore.sheets
        detailsOpen: explore.cardsOpen
        onRegionsToggled: explore.treeOpen = !explore.treeOpen
        onDetailsToggled: explore.cardsOpen = !explore.cardsOpen
    }
    RegionList {
        id: tree
        visible: explore.showTree || explore.treeOpen
        z: explore.showTree ? 0 : 10
        color: explore.showTree ? Theme.panel : Theme.surface1
        x: explore.margin
        y: top.height + explore.margin
        width: Math.min(explore.treeWidth * (explore.sheets ? 1.5 : explore.band ? 1.3 : 1), parent.width - 2 * x)
        height: (explore.showTree ? dock.y : parent.height) - y - explore.margin
        onPicked: explore.treeOpen = false
    }
    Dock {
        id: dock
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
    }
    Item {
        id: cards
        readonly property real gap: Theme.px(12)
        readonly property real room: (explore.sheets ? parent.height : dock.y) - top.height - 2 * explore.margin
        readonly property bool beside: explore.band && !Theme.huge
        readonly property bool both: beside
            || (!explore.band && region.implicitHeight + span.implicitHeight + gap <= room)
        readonly property bool tabbed: explore.spanChosen && !both
        readonly property real tabHeight: tabbed ? choice.implicitHeight + Theme.px(6) : 0
        visible: !explore.sheets || explore.cardsOpen
        z: explore.sheets ? 9 : 0
        width: explore.band ? parent.width - 2 * explore.margin
                            : Math.min(explore.cardWidth, parent.width * (explore.sheets ? 0.6 : 0.4))
        height: explore.band ? Math.min(room * 0.5, tabHeight + Math.max(region.implicitHeight, explore.spanChosen ? span.implicitHeight : 0))
                             : room
        x: parent.width - width - explore.margin
        y: explore.band ? dock.y - height - explore.margin / 2 : top.height + explore.margin

        Panel {
            visible: explore.sheets
            anchors.fill: parent
            anchors.margins: -explore.margin / 2
            color: Theme.surface1
        }
        Segments {
            id: choice
            visible: cards.tabbed
            name: App.t("card.choice")
            current: explore.tab
            options: [{ id: "region", text: App.t("card.region") },
                      { id: "span", text: App.span.name || "" }]
            onChosen: id => explore.tab = id
        }
        RegionCard {
            id: region
            tight: cards.room < Theme.tx(420)
            visible: !cards.tabbed || explore.tab === "region"
            y: cards.tabHeight
            width: cards.beside && explore.spanChosen ? (parent.width - cards.gap) / 2 : parent.width
            height: Math.min(implicitHeight, parent.height - y)
        }
        SpanCard {
            id: span
            visible: explore.spanChosen && (!cards.tabbed || explore.tab === "span")
            x: cards.beside ? region.width + cards.gap : 0
            y: cards.tabbed ? cards.tabHeight : cards.beside ? 0 : region.height + cards.gap
            width: cards.beside ? (parent.width - cards.gap) / 2 : parent.width
            height: Math.min(implicitHeight, parent.height - y)
        }
    }
}
