import QtQuick
import Synaptarium.View

// The chosen region: what it does, its numbers against the norm, and what moved it.
Panel {
    id: card
    property real pad: Theme.px(18)
    readonly property bool empty: App.selectedRegion < 0
    // Where it cannot all be seen, numbers come before words.
    property bool tight: false

    component About: Label {
        width: content.width
        text: card.empty ? App.t("card.empty.text") : (App.card.description || "")
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.15
    }
    implicitHeight: content.implicitHeight + 2 * pad
    Accessible.role: Accessible.Pane
    Accessible.name: App.card.name || ""

    Flickable {
        anchors.fill: parent
        anchors.margins: 1
        contentHeight: content.implicitHeight + 2 * card.pad
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: content
            x: card.pad
            y: card.pad
            width: card.width - 2 * card.pad
            spacing: Theme.px(8)

            Row {
                visible: !card.empty
                spacing: Theme.px(8)
                Rectangle {
                    width: Theme.px(11)
                    height: width
                    radius: Theme.px(2.5)
                    color: Theme.system(App.card.system || "")
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label { text: App.card.systemName || ""; size: 14; color: Theme.text2 }
            }
            Flow {
                width: parent.width
                spacing: Theme.px(12)
                Serif {
                    width: Math.min(implicitWidth, content.width)
                    text: card.empty ? App.t("card.empty.title") : App.card.name
                    size: 29
                    wrapMode: Text.Wrap
                }
                Segments {
                    visible: !card.empty && !App.card.midline
                    name: App.t("side.title")
                    current: App.card.side || ""
                    options: [{ id: "left", text: App.t("side.left.short"), name: App.t("side.left") },
                              { id: "both", text: App.t("side.both"), name: App.t("side.both") },
                              { id: "right", text: App.t("side.right.short"), name: App.t("side.right") }]
                    onChosen: id => App.selectSide(id)
                }
            }
            About { visible: text !== "" && !card.tight }
            Rectangle { visible: numbers.visible; width: parent.width; height: 1; color: Theme.line }
            Grid {
                id: numbers
                visible: App.cardNumbers.length > 0
                width: parent.width
                columns: width > Theme.tx(280) ? 2 : 1
                columnSpacing: Theme.px(20)
                rowSpacing: Theme.px(12)
                Repeater {
                    model: App.cardNumbers
                    Column {
                        id: cell
                        required property var modelData
                        width: numbers.columns === 1 ? numbers.width : (numbers.width - numbers.columnSpacing) / 2
                        spacing: Theme.px(3)
                        Label { text: cell.modelData.label; size: 14; color: Theme.text3; width: parent.width; wrapMode: Text.Wrap }
                        Row {
                            spacing: Theme.px(6)
                            Label { id: figure; text: cell.modelData.value; size: 26; font.weight: Font.Medium }
                            Label {
                                text: cell.modelData.unit
                                color: Theme.text2
                                anchors.baseline: figure.baseline
                            }
                        }
                        Item {
                            width: parent.width
                            height: Theme.px(12)
                            Rectangle {
                                width: parent.width
                                height: Theme.px(3)
                                radius: height / 2
                                anchors.verticalCenter: parent.verticalCenter
                                color: Theme.surface3
                            }
                            Rectangle {
                                readonly property real a: Math.min(cell.modelData.share, cell.modelData.normShare)
                                x: a * parent.width
                                width: Math.abs(cell.modelData.share - cell.modelData.normShare) * parent.width
                                height: Theme.px(3)
                                anchors.verticalCenter: parent.verticalCenter
                                color: Theme.system(App.card.system || "")
                            }
                            Rectangle {
                                x: cell.modelData.normShare * parent.width - 1
                                width: 2
                                height: parent.height
                                color: Theme.text2
                            }
                            Rectangle {
                                x: cell.modelData.share * parent.width - width / 2
                                width: Theme.px(9)
                                height: width
                                radius: width / 2
                                anchors.verticalCenter: parent.verticalCenter
                                color: Theme.system(App.card.system || "")
                            }
                        }
                        Label { text: cell.modelData.norm; size: 14; color: Theme.text2; width: parent.width; wrapMode: Text.Wrap }
                    }
                }
            }
            Rectangle { visible: causes.visible; width: parent.width; height: 1; color: Theme.line }
            Column {
                id: causes
                visible: App.causes.length > 0
                width: parent.width
                spacing: Theme.px(4)
                Label {
                    text: App.t("card.causes")
                    size: 14
                    color: Theme.text3
                    width: parent.width
                    wrapMode: Text.Wrap
                    bottomPadding: Theme.px(2)
                }
                Repeater {
                    model: App.causes
                    Item {
                        id: cause
                        required property var modelData
                        width: causes.width
                        height: Math.max(Theme.px(26), Theme.tx(15) * 1.55)
                        Icon {
                            id: sign
                            name: cause.modelData.family
                            colour: Theme.family(cause.modelData.family)
                            width: Theme.tx(18)
                            height: width
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            id: causeName
                            x: sign.width + Theme.px(10)
                            text: cause.modelData.name
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Item {
                            id: plot
                            visible: width > Theme.px(40)
                            x: Math.max(parent.width * 0.42, causeName.x + causeName.width + Theme.px(10))
                            width: amount.x - x - Theme.px(10)
                            height: Theme.px(12)
                            anchors.verticalCenter: parent.verticalCenter
                            Rectangle { x: parent.width * 0.3; width: 1; height: parent.height + 8; y: -4; color: Theme.edge }
                            Rectangle {
                                readonly property real share: cause.modelData.share
                                x: plot.width * (share >= 0 ? 0.3 : 0.3 + share * 0.3)
                                width: Math.max(2, Math.abs(share) * plot.width * (share >= 0 ? 0.7 : 0.3))
                                height: parent.height
                                radius: 2
                                color: Theme.family(cause.modelData.family)
                            }
                        }
                        Label {
                            id: amount
                            x: parent.width - width
                            text: cause.modelData.value
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
            About { visible: text !== "" && card.tight }
            Label {
                visible: !!App.card.schematic
                width: parent.width
                text: App.t("card.schematic")
                size: 14
                color: Theme.text3
                wrapMode: Text.Wrap
            }
        }
    }
}
