import QtQuick
import Synaptarium
import Synaptarium.View

// The pointer on the life line: blocks are dragged and stretched, everything else scrubs.
MouseArea {
    id: area
    property Item line
    property Repeater blocks
    preventStealing: true
    hoverEnabled: true
    readonly property real reach: 22      // half of the 44 pixels a handle can be caught with
    property string grip: ""              // scrub | move | from | to
    property int held: 0
    property real offset: 0
    property real pressX: 0
    property bool dragged: false

    // What lies under a point: the nearest handle within reach, else a block, else time itself.
    function find(x, y) {
        let best = { grip: "scrub", id: 0, distance: reach }
        for (let i = 0; i < blocks.count; ++i) {
            const b = blocks.itemAt(i)
            if (!b) continue
            const off = Math.abs(y - (b.y + b.height / 2))
            if (off > Math.max(line.pitch / 2, reach - 4)) continue
            const dy = off * 0.5
            const end = b.x + b.width
            const inside = x >= b.x && x <= end
            if (b.instant) {                             // no ends to stretch
                const away = Math.abs(x - (b.x + b.width / 2)) + dy
                if (away < best.distance) best = { grip: "move", id: b.spanId, distance: away }
                continue
            }
            const inner = Math.min(reach, b.width / 3)   // a short block can still be moved
            const left = x < b.x ? b.x - x : (x - b.x) * reach / inner
            const right = x > end ? x - end : (end - x) * reach / inner
            if (left + dy < best.distance)
                best = { grip: "from", id: b.spanId, distance: left + dy }
            if (right + dy < best.distance)
                best = { grip: "to", id: b.spanId, distance: right + dy }
            if (inside && best.id !== b.spanId && off < line.pitch / 2)
                best = { grip: "move", id: b.spanId, distance: Math.min(best.distance, dy) }
        }
        return best
    }
    function blockOf(id) {
        for (let i = 0; i < blocks.count; ++i)
            if (blocks.itemAt(i).spanId === id) return blocks.itemAt(i)
        return null
    }
    function finish() {
        if (grip !== "scrub") App.life.endEdit()
        grip = ""
    }
    cursorShape: grip === "from" || grip === "to" ? Qt.SizeHorCursor
               : grip === "move" ? Qt.SizeAllCursor : Qt.ArrowCursor
    onPressed: mouse => {
        const x = mouse.x + area.x
        const found = find(x, mouse.y)
        grip = found.grip
        held = found.id
        pressX = x
        dragged = false
        if (grip === "scrub") {
            App.clock.show(line.ageAt(x))
            return
        }
        App.life.beginEdit()
        App.life.choose(held)
        const b = blockOf(held)
        offset = x - (grip === "to" ? b.x + b.width : b.instant ? b.x + b.width / 2 : b.x)
    }
    onPositionChanged: mouse => {
        if (!pressed) return
        const x = mouse.x + area.x
        if (!dragged && Math.abs(x - pressX) < 5) return
        dragged = true
        if (grip === "scrub") App.clock.show(line.ageAt(x))
        // Ends snap to months; time itself runs free.
        const age = Math.round(line.ageAt(x - offset) * 12) / 12
        if (grip === "from") App.life.setFrom(held, age)
        if (grip === "to") App.life.setTo(held, age)
        if (grip === "move") App.life.move(held, age)
    }
    onReleased: finish()
    onCanceled: finish()
}
