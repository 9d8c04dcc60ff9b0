import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// Name of a lane, the key that adds a span to it, and its line.
Item {
    id: lane
    required property var modelData
    required property int index
    property real names: 0                // width of the column of names
    property real axisLeft: 0
    property real axisRight: 0
    readonly property bool always: modelData.family === "sleep"  // lived where no span is

    RowLayout {
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        width: lane.names - Theme.px(20) - Theme.px(6)
        spacing: Theme.px(8)
        Icon {
            name: lane.modelData.family
            colour: Theme.family(lane.modelData.family)
            Layout.preferredWidth: Theme.tx(20)
            Layout.preferredHeight: Theme.tx(20)
        }
        Label {
            text: lane.modelData.name
            wrapMode: Text.Wrap
            lineHeight: 0.9
            Layout.fillWidth: true
        }
        TouchButton {
            objectName: "addSpan"
            icon: "plus"
            iconInk: Theme.text3
            name: App.t("lane.add", { name: lane.modelData.name, usual: lane.modelData.usual })
            onClicked: App.life.addOrChoose(lane.index)
        }
    }
    Rectangle {
        x: lane.axisLeft
        width: lane.axisRight - lane.axisLeft
        height: lane.always ? 2 : 1
        anchors.verticalCenter: parent.verticalCenter
        color: lane.always ? Theme.tint(Theme.family(lane.modelData.family), 0.45)
                           : Theme.tint(Theme.line, 0.7)
    }
}
