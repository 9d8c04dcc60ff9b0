import QtQuick
import Synaptarium
import Synaptarium.View

// The curve of the chosen region, the lanes of what is lived, the ruler and the cursor of age.
// Time runs from left to right in every language, as curves and rulers do; the names stand where
// reading begins.
Item {
    id: line
    objectName: "lifeLine"
    readonly property var region: App.card.region
    readonly property real names:
        Theme.tx(Theme.huge ? 168 : 208) + Theme.target / 2
    readonly property real axisLeft: Theme.mirrored ? Theme.px(28) : names
    readonly property real axisRight: width - (Theme.mirrored ? names : Theme.px(28))
    readonly property real yearWidth: (axisRight - axisLeft) / 100
    readonly property real curveHeight:
        Math.max(Theme.px(Theme.portrait ? 120 : 104), keys.implicitHeight)
    readonly property real pitch:
        Math.max(Theme.px(Theme.portrait ? 46 : 33), Theme.tx(14) * 1.5)
    readonly property real lanesTop: curveHeight + Theme.px(8)
    readonly property real lanesHeight: pitch * Math.max(5, App.life.lanes.length)
    readonly property real rulerTop: lanesTop + lanesHeight + Theme.px(4)
    readonly property real rulerHeight: Math.max(Theme.px(36), Theme.tx(15) * 1.9)
    implicitHeight: rulerTop + rulerHeight
    function xOf(age) { return axisLeft + age * yearWidth }
    function ageAt(x) { return Math.max(0, Math.min(100, (x - axisLeft) / yearWidth)) }

    // --- curve ---
    Column {
        id: keys
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        width: line.names - Theme.px(20) - Theme.tx(42)
        spacing: Theme.px(2)
        Label {
            text: line.region.name || ""
            font.weight: Font.DemiBold
            width: parent.width
            wrapMode: Text.Wrap
            maximumLineCount: 2
            size: 15
        }
        Label {
            text: App.t("curve.unit")
            size: 14
            color: Theme.text3
            width: parent.width
            wrapMode: Text.Wrap
        }
        Row {
            anchors.left: parent.left
            spacing: Theme.px(8)
            visible: !Theme.huge
            Rectangle {
                width: Theme.px(20)
                height: 2
                radius: 1
                color: curve.lifeColour
                anchors.verticalCenter: parent.verticalCenter
            }
            Label { text: App.t("curve.life"); size: 14; color: Theme.text2 }
        }
        Row {
            anchors.left: parent.left
            spacing: Theme.px(8)
            visible: !Theme.huge
            Row {
                spacing: Theme.px(3)
                anchors.verticalCenter: parent.verticalCenter
                Repeater {
                    model: 4
                    Rectangle {
                        width: Theme.px(2.75)
                        height: 2
                        radius: 1
                        color: curve.normColour
                    }
                }
            }
            Label { text: App.t("curve.norm"); size: 14; color: Theme.text2 }
        }
    }
    LifeCurve {
        id: curve
        curves: App.curves
        age: App.clock.age
        x: line.axisLeft
        width: line.axisRight - line.axisLeft
        height: line.curveHeight
        unit: Theme.u
        lifeColour: Theme.system(line.region.system || "memory")
        normColour: Theme.text2
        gridColour: Theme.tint(Theme.line, 0.6)
        Accessible.role: Accessible.Chart
        Accessible.name: App.t("curve.name", { region: line.region.name || "" })
    }
    Repeater {
        model: curve.ticks
        Label {
            required property var modelData
            x: Theme.mirrored ? line.axisRight + Theme.px(8) : line.axisLeft - width - Theme.px(8)
            y: modelData.y - height / 2
            text: App.number(modelData.percent)
            size: 14
            color: Theme.text3
        }
    }

    // --- lanes ---
    Repeater {
        model: App.life.lanes
        Lane {
            y: line.lanesTop + index * line.pitch
            width: line.width
            height: line.pitch
            names: line.names
            axisLeft: line.axisLeft
            axisRight: line.axisRight
        }
    }
    Repeater {
        id: blocks
        model: App.life.spans
        SpanBlock {
            x: line.xOf(fromAge) - (instant ? width / 2 : 0)
            y: line.lanesTop + lane * line.pitch + (line.pitch - height) / 2
            width: instant ? height * 0.72
                           : Math.max(Theme.px(6), (toAge - fromAge) * line.yearWidth)
            height: Math.min(line.pitch - Theme.px(5), Math.max(Theme.px(26), Theme.tx(14) * 1.35))
            roomAfter: line.roomOn(lane, toAge, 1)
            roomBefore: line.roomOn(lane, fromAge, -1)
            cursorX: line.xOf(App.clock.age) - x
        }
    }
    // Pixels from an age to the next block of a lane, forwards or backwards.
    function roomOn(lane, age, direction) {
        let nearest = direction > 0 ? 102 : 0
        let shared = false                // with the words of the next block
        for (let i = 0; i < blocks.count; ++i) {
            const other = blocks.itemAt(i)
            if (!other || other.lane !== lane) continue
            if (direction > 0 && other.fromAge >= age) {
                nearest = Math.min(nearest, other.fromAge)
                shared = true
            }
            if (direction < 0 && other.toAge <= age) {
                nearest = Math.max(nearest, other.toAge)
                shared = true
            }
        }
        return Math.abs(nearest - age) * yearWidth * (shared ? 0.5 : 1)
    }

    // --- ruler ---
    Label {
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        y: line.rulerTop + (line.rulerHeight - height) / 2
        text: App.t("ruler.title")
        size: 14
        color: Theme.text3
    }
    Repeater {
        model: 51
        Rectangle {
            required property int index
            readonly property bool ten: index % 5 === 0
            x: Math.round(line.xOf(index * 2))
            y: line.rulerTop
            width: 1
            height: Theme.px(ten ? 7 : 4)
            color: ten ? Theme.edge : Theme.line
        }
    }
    Repeater {
        model: 11
        Label {
            required property int index
            readonly property real fromCursor: Math.abs(x + width / 2 - line.xOf(App.clock.age))
            visible: index % 2 === 0 || line.yearWidth * 10 > Theme.tx(14) * 2.6
            x: line.xOf(index * 10) - width / 2
            y: line.rulerTop + Theme.px(9)
            text: App.number(index * 10)
            size: 14
            color: Theme.text3
            opacity: fromCursor < (width + cursor.pillWidth) / 2 + Theme.px(6) ? 0 : 1
        }
    }

    LifeLinePointer {
        x: line.axisLeft - Theme.px(14)
        width: line.axisRight - line.axisLeft + Theme.px(28)
        height: line.implicitHeight
        line: line
        blocks: blocks
    }
    AgeCursor {
        id: cursor
        at: line.xOf(App.clock.age)
        axisLeft: line.axisLeft
        axisRight: line.axisRight
        curveHeight: line.curveHeight
        rulerTop: line.rulerTop
        rulerHeight: line.rulerHeight
        curveY: curve.cursorY
    }
}
