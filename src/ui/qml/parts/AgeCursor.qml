import QtQuick
import Synaptarium
import Synaptarium.View

// The present age: a line over curve and lanes, the value there, and the age itself on the ruler.
Item {
    id: cursor
    property real at: 0                   // x of the present age
    property real axisLeft: 0
    property real axisRight: 0
    property real curveY: 0               // of the curve at the present age
    property real curveHeight: 0
    property real rulerTop: 0
    property real rulerHeight: 0
    readonly property real pillWidth: pill.width
    anchors.fill: parent

    Rectangle {
        x: cursor.at - width / 2
        y: -Theme.px(6)
        width: 1.5
        height: cursor.rulerTop + Theme.px(8)
        color: Theme.now
        antialiasing: true
    }
    Rectangle {
        visible: App.pane.selectedVolume !== ""
        x: cursor.at - width / 2
        y: cursor.curveY - height / 2
        width: Theme.px(9)
        height: width
        radius: width / 2
        color: Theme.ground
        border.width: 2
        border.color: Theme.now
    }
    Label {
        readonly property bool flip:
            cursor.at + implicitWidth + Theme.px(16) > cursor.axisRight
        readonly property real above: cursor.curveY - height - Theme.px(6)
        text: App.pane.selectedVolume
        font.weight: Font.DemiBold
        x: flip ? cursor.at - width - Theme.px(12) : cursor.at + Theme.px(12)
        y: Math.max(-Theme.px(6), Math.min(cursor.curveHeight - height, above))
        style: Text.Outline
        styleColor: Theme.ground
    }
    Rectangle {
        id: pill
        objectName: "ageCursor"
        x: Math.max(cursor.axisLeft - width / 2,
                    Math.min(cursor.axisRight - width / 2, cursor.at - width / 2))
        y: cursor.rulerTop + (cursor.rulerHeight - height) / 2
        width: Math.max(ageText.implicitWidth + Theme.px(22), Theme.px(58))
        height: ageText.implicitHeight + Theme.px(6)
        radius: height / 2
        color: Theme.now
        activeFocusOnTab: true
        // What a screen reader asks for.
        readonly property real value: App.clock.age
        readonly property real minimumValue: 0
        readonly property real maximumValue: 100
        readonly property real stepSize: 1
        Accessible.role: Accessible.Slider
        Accessible.name: App.t("property.age.years") + ", " + ageText.text
        Accessible.focusable: true
        Accessible.onIncreaseAction: App.nudge("age.years", 1)
        Accessible.onDecreaseAction: App.nudge("age.years", -1)
        Keys.onPressed: event => {
            event.accepted = true
            switch (event.key) {
            case Qt.Key_PageUp: App.nudge("age.years", 10); break
            case Qt.Key_PageDown: App.nudge("age.years", -10); break
            case Qt.Key_Up: App.nudge("age.years", 1); break
            case Qt.Key_Down: App.nudge("age.years", -1); break
            default: event.accepted = false
            }
        }
        Label {
            id: ageText
            anchors.centerIn: parent
            text: App.clock.ageText
            color: Theme.actionInk
            font.weight: Font.Bold
            size: 16
            Accessible.ignored: true
        }
        FocusRing { target: pill; corner: pill.radius }
    }
}
