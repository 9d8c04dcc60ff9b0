import QtQuick
import Synaptarium
import Synaptarium.View

// One span on its lane. Pointers are handled by the life line, keys here.
Item {
    id: block
    required property int spanId
    required property int lane
    required property real fromAge
    required property real toAge
    required property real dose
    required property real step
    required property string doseText
    required property string family
    required property string name
    property real roomAfter: 1e9          // pixels free to the right of the block
    property real roomBefore: 1e9         // and to its left
    property real cursorX: -1             // of the age cursor, from the left of the block
    readonly property bool instant: toAge <= fromAge  // a mark: an event has no length
    readonly property bool chosen: App.life.chosenId === spanId
    readonly property bool fits: !instant && text.implicitWidth + Theme.px(18) <= width
    readonly property color colour: Theme.family(family)

    activeFocusOnTab: true
    onActiveFocusChanged: if (activeFocus && App.keyboardInUse) App.life.choose(spanId)
    Accessible.role: Accessible.Button
    Accessible.name: App.t("span.name", {
        name: name,
        dose: doseText,
        from: App.clock.textOf(fromAge),
        to: App.clock.textOf(toAge)
    })
    Accessible.description: App.t("span.keys")
    Accessible.focusable: true
    Accessible.onPressAction: App.life.choose(spanId)
    function shift(years, stretch) {
        if (stretch) App.life.setTo(spanId, toAge + years)
        else App.life.move(spanId, fromAge + years)
    }
    Keys.onShortcutOverride: event => {
        const keys = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down, Qt.Key_Space]
        event.accepted = keys.includes(event.key)
    }
    Keys.onPressed: event => {
        event.accepted = true
        const stretch = event.modifiers & Qt.ShiftModifier
        switch (event.key) {
        case Qt.Key_Left: shift(-1, stretch); break
        case Qt.Key_Right: shift(1, stretch); break
        case Qt.Key_Up: App.life.setDose(spanId, dose + step); break
        case Qt.Key_Down: App.life.setDose(spanId, dose - step); break
        case Qt.Key_Space: case Qt.Key_Return: App.life.choose(spanId); break
        default: event.accepted = false
        }
    }

    Rectangle {
        visible: !block.instant
        anchors.fill: parent
        radius: Theme.px(5)
        color: Theme.ground               // the lane's line does not run through the words
    }
    Rectangle {
        objectName: "instant"
        visible: block.instant
        anchors.centerIn: parent
        width: block.width / Math.SQRT2
        height: width
        rotation: 45
        antialiasing: true
        color: Qt.tint(Theme.ground, Theme.tint(block.colour, block.chosen ? 0.9 : 0.6))
        border.width: block.chosen ? 2 : 1.2
        border.color: block.chosen ? Theme.now : block.colour
        FocusRing { target: block; corner: Theme.px(2) }
    }
    Rectangle {
        visible: !block.instant
        anchors.fill: parent
        radius: Theme.px(5)
        color: Theme.tint(block.colour, block.chosen ? 0.42 : 0.28)
        border.width: 1.2
        border.color: block.colour
        FocusRing { target: block; corner: Theme.px(5) }
    }
    Repeater {
        model: block.chosen && !block.instant ? 2 : 0
        Rectangle {
            required property int index
            width: Theme.px(5)
            height: block.height + Theme.px(2)
            x: index === 0 ? -width / 2 : block.width - width / 2
            y: -Theme.px(1)
            radius: width / 2
            color: Theme.now
        }
    }
    Label {
        id: text
        readonly property real gap: Theme.px(8)
        readonly property real after: block.cursorX + gap
        readonly property real before: block.cursorX - gap - width
        function clear(x) {
            return block.cursorX < x - gap / 2 || block.cursorX > x + width + gap / 2
        }
        // Inside where it fits, else beside; never under the age cursor, never over a neighbour.
        readonly property real place: {
            if (block.fits) {
                if (clear(gap + 2)) return gap + 2
                if (after + width + gap <= block.width) return after
                if (before >= gap) return before
            }
            const needed = width + 2 * gap
            if (needed <= block.roomAfter && clear(block.width + gap)) return block.width + gap
            if (needed <= block.roomBefore && clear(-gap - width)) return -gap - width
            return NaN
        }
        readonly property bool inside: place >= 0 && place < block.width
        visible: !isNaN(place)
        x: visible ? place : 0
        anchors.verticalCenter: parent.verticalCenter
        text: block.doseText
        size: 14
        color: inside ? Theme.text1 : Theme.text2
        Accessible.ignored: true
    }
}
