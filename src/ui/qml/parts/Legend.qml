import QtQuick
import QtQuick.Layouts
import Synaptarium
import Synaptarium.View

// What the picture shows, how large, against what: always on the picture.
Column {
    id: legend
    property var scaleBar: ({ pixels: 0, millimetres: 0 })
    property bool systems: true           // with the key of the systems' colours
    readonly property var entries: App.pane.legend.entries
    property bool studies: false          // with the studies behind what is shown
    spacing: Theme.px(8)

    Row {
        anchors.left: parent.left
        spacing: Theme.px(10)
        visible: legend.scaleBar.pixels > 8
        Item {
            width: legend.scaleBar.pixels
            height: Theme.px(9)
            anchors.verticalCenter: parent.verticalCenter
            Rectangle { y: parent.height / 2; width: parent.width; height: 1; color: Theme.text2 }
            Rectangle { width: 1; height: parent.height; color: Theme.text2 }
            Rectangle {
                anchors.right: parent.right
                width: 1
                height: parent.height
                color: Theme.text2
            }
        }
        Label {
            text: App.t("legend.scale", { length: legend.scaleBar.millimetres })
            size: 14
            color: Theme.text2
        }
    }
    Repeater {
        model: legend.entries.filter(entry => legend.systems || entry.kind !== "key")
        Loader {
            id: entry
            required property var modelData
            width: legend.width
            sourceComponent: modelData.kind === "bar" ? bar
                           : modelData.kind === "exaggeration" ? exaggeration : mark
            Component {
                id: bar
                Column {
                    id: scale
                    spacing: Theme.px(4)
                    readonly property real length: Math.min(legend.width, Theme.px(200))
                    Words { of: entry.modelData; width: legend.width }
                    Ramp {
                        anchors.left: parent.left
                        width: scale.length
                        stops: entry.modelData.stops
                    }
                    Item {
                        anchors.left: parent.left
                        width: scale.length
                        height: low.height
                        Label {
                            id: low
                            anchors.left: parent.left
                            text: entry.modelData.low
                            size: 14
                            color: Theme.text3
                        }
                        Label {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: entry.modelData.middle
                            size: 14
                            color: Theme.text3
                            visible: implicitWidth + low.implicitWidth + high.implicitWidth
                                     + Theme.px(16) < parent.width
                        }
                        Label {
                            id: high
                            anchors.right: parent.right
                            text: entry.modelData.high
                            size: 14
                            color: Theme.text3
                        }
                    }
                    Standing { of: entry.modelData; width: legend.width }
                }
            }
            Component {
                id: exaggeration
                RowLayout {
                    spacing: Theme.px(8)
                    Factor { Layout.alignment: Qt.AlignTop }
                    Explained { of: entry.modelData; Layout.fillWidth: true }
                }
            }
            Component {
                id: mark
                RowLayout {
                    spacing: Theme.px(10)
                    Rectangle {
                        Layout.preferredWidth: Theme.px(10)
                        Layout.preferredHeight: Theme.px(10)
                        Layout.topMargin: Theme.tx(14) * 0.35
                        Layout.alignment: Qt.AlignTop
                        radius: width / 2
                        color: entry.modelData.stops.length > 0 ? entry.modelData.stops[0]
                                                                : Theme.now
                        border.width: Theme.px(2)
                        border.color: Theme.surface3
                    }
                    Explained { of: entry.modelData; Layout.fillWidth: true }
                }
            }
        }
    }
    Repeater {
        model: App.pane.legend.gauges
        Column {
            id: gauge
            objectName: "gauge"
            required property var modelData
            width: legend.width
            Words { of: gauge.modelData; width: parent.width }
            Meter {
                width: Math.min(parent.width, Theme.px(200))
                value: gauge.modelData.level
                usual: gauge.modelData.usual
                colour: Theme.now
            }
            // What the effect's own line says already is not said twice.
            Standing {
                of: gauge.modelData
                width: parent.width
                visible: text !== "" && !legend.entries.some(
                    entry => entry.standing === of.standing && entry.sources === of.sources)
            }
        }
    }
    Label {
        visible: text !== ""
        width: legend.width
        text: App.pane.legend.gaugeMark
        size: 14
        color: Theme.text3
        wrapMode: Text.Wrap
    }
    Flow {
        width: legend.width
        spacing: Theme.px(8)
        TouchButton {
            edged: true
            size: 14
            text: App.pane.trueSize ? App.t("legend.show_exaggerated") : App.t("legend.show_true")
            onClicked: App.run("view.true_size")
        }
        TouchButton {
            objectName: "legendStudies"
            edged: true
            size: 14
            checkable: true
            checked: legend.studies
            text: App.t("legend.studies")
            onClicked: legend.studies = !legend.studies
        }
    }

    component Words: Label {
        property var of
        text: of.text
        size: 14
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    // How well it is established; what is contested says so at the same glance.
    component Standing: Label {
        property var of
        visible: text !== ""
        text: legend.studies && of.sources ? of.standing + "\n" + of.sources : of.standing
        size: 14
        color: of.contested ? Theme.contested : Theme.text3
        wrapMode: Text.Wrap
    }
    component Explained: Column {
        id: explained
        property var of
        Words { of: explained.of; width: parent.width }
        Standing { of: explained.of; width: parent.width }
    }
}
