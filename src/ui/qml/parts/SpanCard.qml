import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// The chosen span of the life: its dose and its years.
Panel {
    id: card
    property real pad: Theme.px(18)
    readonly property var span: App.life.chosen
    readonly property bool empty: span.id === 0
    implicitHeight: content.implicitHeight + 1.2 * pad
    Accessible.role: Accessible.Pane
    Accessible.name: span.name || ""

    Flickable {
        anchors.fill: parent
        anchors.margins: 1
        contentHeight: content.implicitHeight + 1.2 * card.pad - 2  // the edge
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: content
            anchors.left: parent.left
            anchors.leftMargin: card.pad
            y: card.pad * 0.5
            width: card.width - 2 * card.pad
            spacing: 0
            RowLayout {
                width: parent.width + Theme.px(10)
                spacing: Theme.px(10)
                Icon {
                    name: card.span.family || ""
                    colour: Theme.family(card.span.family)
                    Layout.preferredWidth: Theme.tx(20)
                    Layout.preferredHeight: Theme.tx(20)
                }
                Label {
                    text: card.span.name || ""
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                Row {
                    TouchButton {
                        objectName: "compareWithout"
                        icon: "compare"
                        name: App.t("action.compare.without")
                        onClicked: App.run("compare.without")
                    }
                    TouchButton {
                        icon: "remove"
                        name: App.t("action.span.remove")
                        onClicked: App.run("span.remove")
                    }
                    TouchButton {
                        icon: "close"
                        name: App.t("action.span.close")
                        onClicked: App.life.choose(0)
                    }
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.px(12)
                Serif {
                    id: dose
                    text: card.span.doseText || ""
                    size: 27
                    width: Math.min(implicitWidth, content.width)
                    wrapMode: Text.Wrap
                }
                Label {
                    text: card.span.usual || ""
                    size: 14
                    color: Theme.text3
                    height: dose.height
                    verticalAlignment: Text.AlignVCenter
                }
            }
            TouchSlider {
                objectName: "doseSlider"
                width: parent.width
                name: App.t("span.dose")
                valueText: card.span.doseText || ""
                from: card.empty ? 0 : card.span.low
                to: card.empty ? 1 : card.span.high
                step: card.empty ? 1 : card.span.step
                value: card.empty ? 0 : card.span.dose
                mark: card.empty ? NaN : card.span.baseline
                fill: Theme.family(card.span.family)
                onBegun: App.life.beginEdit()
                onMoved: dose => App.life.setDose(card.span.id, dose)
                onEnded: App.life.endEdit()
            }
            Flow {
                width: parent.width
                spacing: Theme.px(8)
                Stepper {
                    visible: !card.span.instant
                    name: App.t("span.from")
                    valueText: card.empty ? "" : App.clock.textOf(card.span.from)
                    onStepped: by => App.life.setFrom(card.span.id, Math.round(card.span.from) + by)
                }
                Stepper {
                    visible: !!card.span.instant
                    name: App.t("span.at")
                    valueText: card.empty ? "" : App.clock.textOf(card.span.from)
                    onStepped: by => App.life.move(card.span.id, Math.round(card.span.from) + by)
                }
                Stepper {
                    visible: !card.span.instant
                    name: App.t("span.to")
                    valueText: card.empty ? "" : App.clock.textOf(card.span.to)
                    onStepped: by => App.life.setTo(card.span.id, Math.round(card.span.to) + by)
                }
            }
        }
    }
}
