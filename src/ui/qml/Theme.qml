pragma Singleton
import QtQuick
import Synaptarium.View

// Sizes, colours, type and motion. Design pixels are those of a 1080-line picture; `px` scales them
// to the window and `tx` also to the reader's text size.
QtObject {
    property real windowWidth: 1920
    property real windowHeight: 1080
    readonly property bool mirrored: App.mirrored  // the language is read from right to left
    readonly property bool portrait: windowHeight > windowWidth
    readonly property real u: Math.max(0.85, Math.min(4, portrait
        ? Math.min(windowWidth / 1080, windowHeight / 1920) * 1.35
        : Math.min(windowWidth / 1920, windowHeight / 1080)))
    readonly property real textScale: App.textScale
    readonly property bool large: textScale >= 1.3
    readonly property bool huge: textScale >= 1.6
    function px(size) { return Math.round(size * u) }
    function tx(size) { return Math.max(12, Math.round(size * u * textScale)) }
    // Nothing that can be touched is smaller, whatever the window.
    readonly property real target: Math.max(44, px(44))

    readonly property string sans: App.sans
    readonly property string serif: App.serif

    readonly property color ground: "#05070B"
    readonly property color surface1: "#0B1018"
    readonly property color surface2: "#131A25"
    readonly property color surface3: "#1D2736"
    readonly property color line: "#232D3D"
    readonly property color edge: "#5A6980"
    readonly property color text1: "#F4EFE4"
    readonly property color text2: "#BCC3CE"
    readonly property color text3: "#8D97A7"
    readonly property color action: "#FFF1D0"
    readonly property color actionInk: "#14110A"
    readonly property color now: "#FFF1D0"
    readonly property color contested: "#F2DDB4"
    readonly property color panel: Qt.rgba(11 / 255, 16 / 255, 24 / 255, 0.86)

    function family(name) {
        switch (name) {
        case "exercise": return "#6AB28A"
        case "learning": return "#EADE82"
        case "sleep": return "#7A82D9"
        case "mindfulness": return "#CEE6C6"
        case "stress": return "#EC8238"
        case "social": return "#75C8FC"
        case "condition": return "#8E4B90"
        case "therapy": return "#D9B1C2"
        case "medicine": return "#917453"
        case "routine": return "#A8A29A"
        case "substance": return "#AF6A85"
        case "senses": return "#B8ECF9"
        case "path": return "#C18BB6"
        case "event": return "#C36322"
        default: return "#90887B"
        }
    }
    function system(name) {
        switch (name) {
        case "memory": return "#E6B844"
        case "threat": return "#D15F38"
        case "reward": return "#6A8CDF"
        case "relay": return "#79C0B5"
        case "control": return "#D5C0FF"
        case "self": return "#A96791"
        case "sensory": return "#C8E1B1"
        default: return "#90887B"
        }
    }
    function tint(colour, opacity) {
        const c = Qt.color(colour)
        return Qt.rgba(c.r, c.g, c.b, opacity)
    }

    readonly property int touch: 80
    readonly property int quick: App.reducedMotion ? 0 : 140
    readonly property int panelMs: App.reducedMotion ? 0 : 240
}
