import QtQuick
import Synaptarium

// Serif: sentences and titles.
Text {
    property real size: 23
    color: Theme.text1
    font.family: Theme.serif
    font.pixelSize: Theme.tx(size)
    renderType: Text.NativeRendering
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
