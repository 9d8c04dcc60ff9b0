import QtQuick
import Synaptarium.View

// The curve of the chosen region, the lanes of what is lived, the ruler and the cursor of age.
Item {
    id: line
    objectName: "lifeLine"
    property real axisLeft: Theme.tx(Theme.huge || Theme.portrait ? 168 : 208)
    property real axisRight: width - Theme.px(28)
    readonly property real yearWidth: (axisRight - axisLeft) / 100
    readonly property real curveHeight: Math.max(Theme.px(Theme.portrait ? 120 : 104), keys.implicitHeight)
    readonly property real pitch: Math.max(Theme.px(Theme.portrait ? 46 : 33), Theme.tx(14) * 1.5)
    readonly property real lanesTop: curveHeight + Theme.px(8)
    readonly property real lanesHeight: pitch * Math.max(5, App.lanes.length)
    readonly property real rulerTop: lanesTop + lanesHeight + Theme.px(4)
    readonly property real rulerHeight: Math.max(Theme.px(36), Theme.tx(15) * 1.9)
    readonly property real reach: 22      // half of the 44 pixels a handle can be caught with
    implicitHeight: rulerTop + rulerHeight
    function xOf(age) { return axisLeft + age * yearWidth }
    function ageAt(x) { return Math.max(0, Math.min(100, (x - axisLeft) / yearWidth)) }

    // --- curve ---
    Column {
        id: keys
        x: Theme.px(20)
        width: line.axisLeft - x - Theme.tx(42)
        spacing: Theme.px(2)
        Label {
            text: App.card.name || ""
            font.weight: Font.DemiBold
            width: parent.width
            wrapMode: Text.Wrap
            maximumLineCount: 2
            size: 15
        }
        Label { text: App.t("curve.unit"); size: 14; color: Theme.text3; width: parent.width; wrapMode: Text.Wrap }
        Row {
            spacing: Theme.px(8)
            visible: !Theme.huge
            Rectangle { width: Theme.px(20); height: 2; radius: 1; color: curve.lifeColour; anchors.verticalCenter: parent.verticalCenter }
            Label { text: App.t("curve.life"); size: 14; color: Theme.text2 }
        }
        Row {
            spacing: Theme.px(8)
            visible: !Theme.huge
            Row {
                spacing: Theme.px(3)
                anchors.verticalCenter: parent.verticalCenter
                Repeater { model: 4; Rectangle { width: Theme.px(2.75); height: 2; radius: 1; color: curve.normColour } }
            }
            Label { text: App.t("curve.norm"); size: 14; color: Theme.text2 }
        }
    }
    LifeCurve {
        id: curve
        app: App
        x: line.axisLeft
        width: line.axisRight - line.axisLeft
        height: line.curveHeight
        unit: Theme.u
        lifeColour: Theme.system(App.card.system || "memory")
        normColour: Theme.text2
        gridColour: Theme.tint(Theme.line, 0.6)
        Accessible.role: Accessible.Chart
        Accessible.name: App.t("curve.name", { region: App.card.name || "" })
    }
    Repeater {
        model: curve.ticks
        Label {
            required property var modelData
            x: line.axisLeft - width - Theme.px(8)
            y: modelData.y - height / 2
            text: modelData.text
            size: 14
            color: Theme.text3
        }
    }

    // --- lanes ---
    Repeater {
        model: App.lanes
        Item {
            id: lane
            required property var modelData
            y: line.lanesTop + modelData.index * line.pitch
            width: line.width
            height: line.pitch
            TouchButton {
                id: laneButton
                x: Theme.px(8)
                width: line.axisLeft - x - Theme.px(8)
                height: Math.max(parent.height, Theme.target)
                anchors.verticalCenter: parent.verticalCenter
                horizontal: Text.AlignLeft
                icon: lane.modelData.family
                iconInk: Theme.family(lane.modelData.family)
                text: lane.modelData.name
                name: App.t("lane.add", { name: lane.modelData.name, usual: lane.modelData.usual })
                onClicked: App.addOrChoose(lane.modelData.index)
            }
            Rectangle {
                x: line.axisLeft
                width: line.axisRight - line.axisLeft
                height: lane.modelData.family === "sleep" ? 2 : 1
                anchors.verticalCenter: parent.verticalCenter
                color: lane.modelData.family === "sleep" ? Theme.tint(Theme.family("sleep"), 0.45) : Theme.tint(Theme.line, 0.7)
            }
        }
    }
    Repeater {
        id: blocks
        model: App.spans
        SpanBlock {
            x: line.xOf(fromAge)
            y: line.lanesTop + lane * line.pitch + (line.pitch - height) / 2
            width: Math.max(Theme.px(6), (toAge - fromAge) * line.yearWidth)
            height: Math.min(line.pitch - Theme.px(5), Math.max(Theme.px(26), Theme.tx(14) * 1.35))
            roomAfter: line.roomOn(lane, toAge, 1)
            roomBefore: line.roomOn(lane, fromAge, -1)
            cursorX: line.xOf(App.age) - x
        }
    }
    // Pixels from an age to the next block of a lane, forwards or backwards.
    function roomOn(lane, age, direction) {
        let nearest = direction > 0 ? 102 : 0
        let shared = false                // with the words of the next block
        for (let i = 0; i < blocks.count; ++i) {
            const other = blocks.itemAt(i)
            if (!other || other.lane !== lane) continue
            if (direction > 0 && other.fromAge >= age) { nearest = Math.min(nearest, other.fromAge); shared = true }
            if (direction < 0 && other.toAge <= age) { nearest = Math.max(nearest, other.toAge); shared = true }
        }
        return Math.abs(nearest - age) * yearWidth * (shared ? 0.5 : 1)
    }

    // --- ruler ---
    Label {
        x: Theme.px(20)
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
            visible: index % 2 === 0 || line.yearWidth * 10 > Theme.tx(14) * 2.6
            x: line.xOf(index * 10) - width / 2
            y: line.rulerTop + Theme.px(9)
            text: index * 10
            size: 14
            color: Theme.text3
            opacity: Math.abs(x + width / 2 - line.xOf(App.age)) < (width + cursor.width) / 2 + Theme.px(6) ? 0 : 1
        }
    }

    // --- pointer: blocks are dragged and stretched, everything else scrubs ---
    MouseArea {
        id: area
        x: line.axisLeft - Theme.px(14)
        width: line.axisRight - line.axisLeft + Theme.px(28)
        height: line.implicitHeight
        preventStealing: true
        hoverEnabled: true
        property string grip: ""          // scrub | move | from | to
        property int held: 0
        property real offset: 0
        property real pressX: 0
        property bool dragged: false
        // What lies under a point: the nearest handle within reach, else a block, else time itself.
        function find(x, y) {
            let best = { grip: "scrub", id: 0, distance: line.reach }
            for (let i = 0; i < blocks.count; ++i) {
                const b = blocks.itemAt(i)
                if (!b || Math.abs(y - (b.y + b.height / 2)) > Math.max(line.pitch / 2, line.reach - 4)) continue
                const dy = Math.abs(y - (b.y + b.height / 2)) * 0.5
                const inside = x >= b.x && x <= b.x + b.width
                const inner = Math.min(line.reach, b.width / 3)   // a short block can still be moved
                const left = x < b.x ? b.x - x : (x - b.x) * line.reach / inner
                const right = x > b.x + b.width ? x - b.x - b.width : (b.x + b.width - x) * line.reach / inner
                if (left + dy < best.distance) best = { grip: "from", id: b.spanId, distance: left + dy }
                if (right + dy < best.distance) best = { grip: "to", id: b.spanId, distance: right + dy }
                if (inside && best.id !== b.spanId && Math.abs(y - (b.y + b.height / 2)) < line.pitch / 2)
                    best = { grip: "move", id: b.spanId, distance: Math.min(best.distance, dy) }
            }
            return best
        }
        function blockOf(id) {
            for (let i = 0; i < blocks.count; ++i) if (blocks.itemAt(i).spanId === id) return blocks.itemAt(i)
            return null
        }
        cursorShape: grip === "from" || grip === "to" ? Qt.SizeHorCursor : grip === "move" ? Qt.SizeAllCursor : Qt.ArrowCursor
        onPressed: mouse => {
            const x = mouse.x + area.x
            const found = find(x, mouse.y)
            grip = found.grip
            held = found.id
            pressX = x
            dragged = false
            if (grip === "scrub") {
                App.set("age.years", line.ageAt(x))
                return
            }
            App.beginEdit()
            App.chooseSpan(held)
            const b = blockOf(held)
            offset = x - (grip === "to" ? b.x + b.width : b.x)
        }
        onPositionChanged: mouse => {
            if (!pressed) return
            const x = mouse.x + area.x
            if (!dragged && Math.abs(x - pressX) < 5) return
            dragged = true
            if (grip === "scrub") App.set("age.years", line.ageAt(x))
            // Ends snap to months; time itself runs free.
            const age = Math.round(line.ageAt(x - offset) * 12) / 12
            if (grip === "from") App.setFrom(held, age)
            if (grip === "to") App.setTo(held, age)
            if (grip === "move") App.moveSpan(held, age)
        }
        onReleased: finish()
        onCanceled: finish()
        function finish() {
            if (grip !== "scrub") App.endEdit()
            grip = ""
        }
    }

    // --- the age cursor ---
    Rectangle {
        x: line.xOf(App.age) - width / 2
        y: -Theme.px(6)
        width: 1.5
        height: line.rulerTop + Theme.px(8)
        color: Theme.now
        antialiasing: true
    }
    Rectangle {
        visible: App.cursorValue !== ""
        x: line.xOf(App.age) - width / 2
        y: curve.cursorY - height / 2
        width: Theme.px(9)
        height: width
        radius: width / 2
        color: Theme.ground
        border.width: 2
        border.color: Theme.now
    }
    Label {
        readonly property bool flip: line.xOf(App.age) + implicitWidth + Theme.px(16) > line.axisRight
        text: App.cursorValue
        font.weight: Font.DemiBold
        x: flip ? line.xOf(App.age) - width - Theme.px(12) : line.xOf(App.age) + Theme.px(12)
        y: Math.max(-Theme.px(6), Math.min(line.curveHeight - height, curve.cursorY - height - Theme.px(6)))
        style: Text.Outline
        styleColor: Theme.ground
    }
    Rectangle {
        id: cursor
        x: Math.max(line.axisLeft - width / 2, Math.min(line.axisRight - width / 2, line.xOf(App.age) - width / 2))
        y: line.rulerTop + (line.rulerHeight - height) / 2
        width: Math.max(ageText.implicitWidth + Theme.px(22), Theme.px(58))
        height: ageText.implicitHeight + Theme.px(6)
        radius: height / 2
        color: Theme.now
        activeFocusOnTab: true
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
            text: App.ageText(App.age)
            color: Theme.actionInk
            font.weight: Font.Bold
            size: 16
            Accessible.ignored: true
        }
        FocusRing { target: cursor; corner: cursor.radius }
    }
}
