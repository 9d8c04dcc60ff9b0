import QtQuick
import Synaptarium
import Synaptarium.View

// Places the parts: brain in the middle, panels at the edges, life below. With large text the list
// and the cards become sheets over everything; in a tall window the cards take a band of their own.
// No size here depends on what is shown, and so on no other size that depends on it.
Item {
    id: explore
    objectName: "explore"
    readonly property real margin: Theme.px(16)
    // A tour is for a room: the brain has the window, what is read and edited becomes a sheet.
    readonly property bool lecture: App.tour.given
    readonly property bool sheets: Theme.huge && !Theme.portrait || lecture
    readonly property bool band: Theme.portrait && !lecture
    readonly property bool showTree: !sheets && !band
    readonly property real treeWidth: Theme.px(Theme.large ? 380 : 308)
    readonly property real cardWidth: Theme.px(Theme.huge ? 620 : Theme.large ? 480 : 392)
    property bool treeOpen: false
    property bool cardsOpen: false        // only where they are a sheet
    property bool storiesOpen: false
    onLectureChanged: {
        treeOpen = false
        cardsOpen = false
    }
    // Focus goes back to where it was before the list took it.
    property Item focusBefore: null
    onStoriesOpenChanged: {
        if (storiesOpen) focusBefore = Window.activeFocusItem
        else if (App.keyboardInUse && focusBefore) focusBefore.forceActiveFocus()
    }
    // What lies on the stage and goes by Escape, the uppermost first.
    readonly property bool somethingOpen: notice.visible || storiesOpen || top.listOpen
        || treeOpen && !showTree || cardsOpen && sheets || stage.legendOpen && stage.brief
    function closeUppermost() {
        if (notice.visible) notice.words = ""
        else if (storiesOpen) storiesOpen = false
        else if (top.listOpen) top.closeLists()
        else if (treeOpen && !showTree) treeOpen = false
        else if (cardsOpen && sheets) cardsOpen = false
        else stage.legendOpen = false
    }
    Shortcut {
        sequence: "Escape"
        enabled: explore.somethingOpen
        onActivated: explore.closeUppermost()
    }

    Connections {
        target: App
        function onChosenByHand(what) {
            cards.tab = what
            explore.cardsOpen = explore.sheets
        }
        function onStateChanged() { explore.cardsOpen = false }
        function onBroughtHome() {
            explore.storiesOpen = false
            explore.treeOpen = false
            explore.cardsOpen = false
            top.closeLists()
            notice.words = ""
            App.regions.search = ""
        }
    }

    Stage {
        id: stage
        anchors.top: top.bottom
        anchors.bottom: dock.top
        anchors.bottomMargin: explore.band ? cards.height + explore.margin : 0
        anchors.left: explore.showTree ? tree.right : parent.left
        anchors.right: explore.showTree ? cards.left : parent.right
        systemsInList: explore.showTree
    }
    TopBar {
        id: top
        z: 11                             // its list of looks hangs over the stage
        width: parent.width
        height: implicitHeight
        twoRows: Theme.portrait
        showRegionsButton: !explore.showTree
        regionsOpen: explore.treeOpen
        showDetailsButton: explore.sheets
        detailsOpen: explore.cardsOpen
        storiesOpen: explore.storiesOpen
        onStoriesToggled: explore.storiesOpen = !explore.storiesOpen
        onRegionsToggled: explore.treeOpen = !explore.treeOpen
        onDetailsToggled: explore.cardsOpen = !explore.cardsOpen
    }
    RegionList {
        id: tree
        visible: explore.showTree || explore.treeOpen
        z: explore.showTree ? 0 : 10
        color: explore.showTree ? Theme.panel : Theme.surface1
        anchors.left: parent.left
        anchors.top: top.bottom
        anchors.bottom: explore.showTree ? dock.top : parent.bottom
        anchors.margins: explore.margin
        width: Math.min(explore.treeWidth * (explore.sheets ? 1.5 : explore.band ? 1.3 : 1),
                        parent.width - 2 * explore.margin)
        onPicked: explore.treeOpen = false
    }
    Dock {
        id: dock
        folded: explore.lecture
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
    }
    Cards {
        id: cards
        visible: !explore.sheets || explore.cardsOpen
        z: explore.sheets ? 9 : 0
        sheet: explore.sheets
        sideBySide: explore.band && !Theme.huge
        room: (explore.sheets ? parent.height : dock.y) - top.height - 2 * explore.margin
        width: explore.band
            ? parent.width - 2 * explore.margin
            : Math.min(explore.cardWidth, parent.width * (explore.sheets ? 0.6 : 0.4))
        height: explore.band ? Math.min(room * (Theme.huge ? 0.48 : 0.52), implicitHeight) : room
        anchors.right: parent.right
        anchors.rightMargin: explore.margin
        y: explore.band ? dock.y - height - explore.margin / 2 : top.height + explore.margin
    }
    Loader {
        active: explore.storiesOpen
        z: 12
        anchors.top: top.bottom
        anchors.bottom: parent.bottom
        anchors.margins: explore.margin
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Theme.tx(620), parent.width - 2 * explore.margin)
        sourceComponent: StoryList {
            onClosed: explore.storiesOpen = false
        }
    }
    Notice {
        id: notice
        z: 13
        anchors.bottom: dock.top
        anchors.bottomMargin: explore.margin
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Theme.tx(560), parent.width - 2 * explore.margin)
        height: implicitHeight
    }
}
