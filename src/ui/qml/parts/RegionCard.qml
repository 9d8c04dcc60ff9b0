import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// The chosen region: what it does, its numbers against the norm, and what moved it.
Panel {
    id: card
    property real pad: Theme.px(18)
    readonly property var region: App.card.region
    readonly property bool empty: App.card.empty
    readonly property bool hasNumbers: App.card.numbers.length > 0
    readonly property bool hasCauses: App.card.causes.length > 0
    // Where it cannot all be seen, numbers come before words.
    property bool tight: false

    component About: Label {
        width: content.width
        text: card.empty ? App.t("card.empty.text") : (card.region.description || "")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.15
    }
    component Line: Rectangle {
        width: content.width
        height: 1
        color: Theme.line
    }
    implicitHeight: content.implicitHeight + 2 * pad
    Accessible.role: Accessible.Pane
    Accessible.name: card.region.name || ""

    Flickable {
        id: page
        objectName: "regionCardPage"
        anchors.fill: parent
        anchors.margins: 1
        contentHeight: content.implicitHeight + 2 * card.pad - 2  // the edge
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: content
            anchors.left: parent.left
            anchors.leftMargin: card.pad
            y: card.pad
            width: card.width - 2 * card.pad
            spacing: Theme.px(8)

            Row {
                visible: !card.empty
                anchors.left: parent.left
                spacing: Theme.px(8)
                Rectangle {
                    width: Theme.px(11)
                    height: width
                    radius: Theme.px(2.5)
                    color: Theme.system(card.region.system || "")
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label { text: card.region.systemName || ""; size: 14; color: Theme.text2 }
            }
            Flow {
                width: parent.width
                spacing: Theme.px(12)
                Serif {
                    width: Math.min(implicitWidth, content.width)
                    text: card.empty ? App.t("card.empty.title") : card.region.name
                    size: 29
                    wrapMode: Text.Wrap
                }
                Segments {
                    visible: !card.empty && !card.region.midline
                    name: App.t("side.title")
                    current: card.region.side || ""
                    options: [
                        { id: "left", text: App.t("side.left.short"), name: App.t("side.left") },
                        { id: "both", text: App.t("side.both"), name: App.t("side.both") },
                        { id: "right", text: App.t("side.right.short"), name: App.t("side.right") }
                    ]
                    onChosen: id => App.card.showSide(id)
                }
            }
            About { visible: text !== "" && !card.tight }
            Line { visible: card.hasNumbers }
            Grid {
                id: numbers
                visible: card.hasNumbers
                width: parent.width
                columns: width > Theme.tx(280) ? 2 : 1
                columnSpacing: Theme.px(20)
                rowSpacing: Theme.px(12)
                Repeater {
                    model: App.card.numbers
                    Column {
                        id: cell
                        required property var modelData
                        readonly property var region: App.card.region
                        width: numbers.columns === 1 ? numbers.width
                                                     : (numbers.width - numbers.columnSpacing) / 2
                        spacing: Theme.px(3)
                        Label {
                            text: cell.modelData.label
                            size: 14
                            color: Theme.text3
                            width: parent.width
                            wrapMode: Text.Wrap
                        }
                        Row {
                            anchors.left: parent.left
                            spacing: Theme.px(6)
                            Label {
                                id: figure
                                text: cell.modelData.value
                                size: 26
                                font.weight: Font.Medium
                            }
                            Label {
                                text: cell.modelData.unit
                                color: Theme.text2
                                anchors.baseline: figure.baseline
                            }
                        }
                        Meter {
                            width: parent.width
                            value: cell.modelData.share
                            usual: cell.modelData.normShare
                            colour: Theme.system(cell.region.system || "")
                        }
                        Label {
                            text: cell.modelData.norm
                            size: 14
                            color: Theme.text2
                            width: parent.width
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
            Line { visible: card.hasCauses }
            Column {
                id: causes
                visible: card.hasCauses
                width: parent.width
                spacing: Theme.px(4)
                Label {
                    text: App.t("card.causes")
                    size: 14
                    color: Theme.text3
                    width: parent.width
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: App.card.causes
                    RowLayout {
                        id: cause
                        required property var modelData
                        width: causes.width
                        height: Math.max(Theme.px(26), causeName.implicitHeight + Theme.px(4))
                        spacing: Theme.px(10)
                        Icon {
                            name: cause.modelData.family
                            colour: Theme.family(cause.modelData.family)
                            Layout.preferredWidth: Theme.tx(18)
                            Layout.preferredHeight: Theme.tx(18)
                        }
                        Label {
                            id: causeName
                            text: cause.modelData.name
                            wrapMode: Text.Wrap
                            Layout.preferredWidth: Math.max(
                                causes.width * 0.34, Math.min(implicitWidth, causes.width * 0.5))
                            Layout.fillWidth: true
                        }
                        ChangeBar {
                            visible: causes.width > Theme.tx(280)
                            share: cause.modelData.share
                            colour: Theme.family(cause.modelData.family)
                            Layout.preferredWidth: causes.width * 0.3
                        }
                        Label { text: cause.modelData.value }
                    }
                }
            }
            Label {
                objectName: "causesHelp"
                visible: card.hasCauses && App.card.causes.length > 1
                width: parent.width
                text: App.card.causesHelp
                size: 14
                color: Theme.text3
                wrapMode: Text.Wrap
            }
            About { visible: text !== "" && card.tight }
            Label {
                visible: !!card.region.schematic
                width: parent.width
                text: App.t("card.schematic")
                size: 14
                color: Theme.text3
                wrapMode: Text.Wrap
            }
        }
    }
    // More stands below: what is cut off fades instead of being cut.
    Rectangle {
        objectName: "cardGoesOn"
        visible: page.interactive && !page.atYEnd
        anchors.bottom: parent.bottom
        anchors.margins: 1
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.px(36)
        radius: card.radius
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.tint(Theme.surface1, 0) }
            GradientStop { position: 1; color: Theme.surface1 }
        }
    }
}
