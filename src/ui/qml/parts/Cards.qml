import QtQuick
import Synaptarium
import Synaptarium.View

// The card of the chosen region and that of the chosen span: one below the other where both fit,
// else behind two tabs; side by side in a wide and low place.
Item {
    id: cards
    objectName: "cards"
    property real room: 0                 // height that may be used
    property bool sideBySide: false
    property bool sheet: false            // lies over other things and needs its own ground
    property string tab: "region"         // which card shows when there is no room for both

    readonly property var chosen: App.life.chosen
    readonly property bool spanChosen: App.life.chosenId !== 0
    readonly property real gap: Theme.px(12)
    // Pixels to spare below both cards.
    readonly property real slack: room - region.implicitHeight - gap - span.implicitHeight
    readonly property bool both: sideBySide || slack >= 0
    readonly property bool tabbed: spanChosen && !both
    readonly property real tabHeight: tabbed ? choice.implicitHeight + Theme.px(6) : 0
    readonly property real half: (width - gap) / 2
    implicitHeight:
        tabHeight + Math.max(region.implicitHeight, spanChosen ? span.implicitHeight : 0)

    Panel {
        visible: cards.sheet
        anchors.fill: parent
        anchors.margins: -gap
        readonly property real gap: Theme.px(8)
        color: Theme.surface1
    }
    Segments {
        id: choice
        visible: cards.tabbed
        anchors.left: parent.left
        name: App.t("card.choice")
        current: cards.tab
        options: [{ id: "region", text: App.t("card.region") },
                  { id: "span", text: cards.chosen.name || "" }]
        onChosen: id => cards.tab = id
    }
    RegionCard {
        id: region
        tight: cards.sideBySide || cards.room < Theme.tx(420)
        visible: !cards.tabbed || cards.tab === "region"
        anchors.left: parent.left
        y: cards.tabHeight
        width: cards.sideBySide && cards.spanChosen ? cards.half : parent.width
        height: Math.min(implicitHeight, parent.height - y)
    }
    SpanCard {
        id: span
        visible: cards.spanChosen && (!cards.tabbed || cards.tab === "span")
        anchors.right: parent.right
        y: cards.tabbed ? cards.tabHeight : cards.sideBySide ? 0 : region.height + cards.gap
        width: cards.sideBySide ? cards.half : parent.width
        height: Math.min(implicitHeight, parent.height - y)
    }
}
