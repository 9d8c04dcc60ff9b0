import QtQuick
import Synaptarium

// Sans serif: labels and numbers.
Text {
    property real size: 15
    color: Theme.text1
    font.family: Theme.sans
    font.pixelSize: Theme.tx(size)
    renderType: Text.NativeRendering
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
