import QtQuick
import Synaptarium

// A slider with a head of 18 and a catch of at least 44 pixels; grows the way the language reads.
Item {
    id: slider
    property real from: 0
    property real to: 1
    property real value: 0
    property real step: (to - from) / 20
    property string name
    property string valueText
    property color fill: Theme.text2
    property real mark: NaN               // a notch, for the usual value
    signal moved(real value)
    signal begun()
    signal ended()

    readonly property real head: Theme.px(18)
    readonly property real span: Math.max(1, width - head)
    readonly property real position:
        to > from ? Math.max(0, Math.min(1, (value - from) / (to - from))) : 0
    // What a screen reader asks for.
    readonly property real minimumValue: from
    readonly property real maximumValue: to
    readonly property real stepSize: step

    implicitHeight: Theme.target
    implicitWidth: Theme.px(160)
    activeFocusOnTab: enabled
    transform: Scale { origin.x: slider.width / 2; xScale: Theme.mirrored ? -1 : 1 }
    Accessible.role: Accessible.Slider
    Accessible.name: valueText === "" ? name : name + ", " + valueText
    Accessible.focusable: true
    Accessible.onIncreaseAction: nudge(1)
    Accessible.onDecreaseAction: nudge(-1)

    function nudge(steps) {
        begun()
        moved(Math.max(from, Math.min(to, value + steps * step)))
        ended()
    }
    readonly property var arrows: [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down]
    Keys.onShortcutOverride: event => event.accepted = arrows.includes(event.key)
    Keys.onPressed: event => {
        event.accepted = true
        switch (event.key) {
        case Qt.Key_Left: nudge(Theme.mirrored ? 1 : -1); break
        case Qt.Key_Right: nudge(Theme.mirrored ? -1 : 1); break
        case Qt.Key_Down: nudge(-1); break
        case Qt.Key_Up: nudge(1); break
        case Qt.Key_PageDown: nudge(-5); break
        case Qt.Key_PageUp: nudge(5); break
        default: event.accepted = false
        }
    }

    Rectangle {
        id: groove
        x: slider.head / 2
        width: slider.span
        height: Theme.px(4)
        radius: height / 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.surface3
        Rectangle {
            width: slider.position * parent.width
            height: parent.height
            radius: height / 2
            color: slider.fill
        }
        Rectangle {
            visible: !isNaN(slider.mark)
            x: (slider.mark - slider.from) / (slider.to - slider.from) * parent.width - width / 2
            y: -Theme.px(5)
            width: Theme.px(2)
            height: parent.height + Theme.px(10)
            color: Theme.text3
        }
    }
    Rectangle {
        x: slider.position * slider.span
        width: slider.head
        height: width
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.now
        scale: area.pressed ? 1.25 : 1
        Behavior on scale { NumberAnimation { duration: Theme.touch } }
        FocusRing { target: slider; corner: parent.radius }
    }
    MouseArea {
        id: area
        anchors.fill: parent
        preventStealing: true
        cursorShape: Qt.PointingHandCursor
        function go(x) {
            const share = Math.max(0, Math.min(1, (x - slider.head / 2) / slider.span))
            const raw = slider.from + share * (slider.to - slider.from)
            slider.moved(Math.round(raw / slider.step) * slider.step)
        }
        onPressed: mouse => { slider.begun(); go(mouse.x) }
        onPositionChanged: mouse => go(mouse.x)
        onReleased: slider.ended()
        onCanceled: slider.ended()
    }
}
