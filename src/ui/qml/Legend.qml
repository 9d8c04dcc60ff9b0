import QtQuick

// What the picture shows, how large, against what: always on the picture.
Column {
    id: legend
    property var scaleBar: ({ pixels: 0, millimetres: 0 })
    property bool brief: false            // only scale and exaggeration, where there is little room
    property bool systems: true           // with the key of the systems' colours
    property bool studies: false          // with the studies behind what is shown
    spacing: Theme.px(8)

    Row {
        spacing: Theme.px(10)
        visible: legend.scaleBar.pixels > 8
        Item {
            width: legend.scaleBar.pixels
            height: Theme.px(9)
            anchors.verticalCenter: parent.verticalCenter
            Rectangle { y: parent.height / 2; width: parent.width; height: 1; color: Theme.text2 }
            Rectangle { width: 1; height: parent.height; color: Theme.text2 }
            Rectangle { x: parent.width - 1; width: 1; height: parent.height; color: Theme.text2 }
        }
        Label { text: App.t("legend.scale", { length: legend.scaleBar.millimetres }); size: 14; color: Theme.text2 }
    }
    Repeater {
        model: App.legend.filter(entry => legend.brief ? entry.kind === "exaggeration"
                                                      : legend.systems || entry.kind !== "key")
        Loader {
            id: entry
            required property var modelData
            sourceComponent: modelData.kind === "bar" ? bar
                           : modelData.kind === "exaggeration" ? exaggeration : mark
            Component {
                id: bar
                Column {
                    spacing: Theme.px(4)
                    Label {
                        text: entry.modelData.text
                        size: 14
                        color: Theme.text2
                        width: legend.width
                        wrapMode: Text.Wrap
                    }
                    Rectangle {
                        width: Math.min(legend.width, Theme.px(200))
                        height: Theme.px(8)
                        radius: height / 2
                        gradient: Gradient {
                            id: ramp
                            orientation: Gradient.Horizontal
                        }
                        Component {
                            id: stop
                            GradientStop {}
                        }
                        Component.onCompleted: {
                            const colours = entry.modelData.stops
                            ramp.stops = colours.map((colour, i) =>
                                stop.createObject(ramp, { position: i / (colours.length - 1), color: colour }))
                        }
                    }
                    Item {
                        width: Math.min(legend.width, Theme.px(200))
                        height: low.height
                        Label { id: low; text: entry.modelData.low; size: 14; color: Theme.text3 }
                        Label {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: entry.modelData.middle
                            size: 14
                            color: Theme.text3
                            visible: implicitWidth + low.implicitWidth + high.implicitWidth + Theme.px(16) < parent.width
                        }
                        Label { id: high; anchors.right: parent.right; text: entry.modelData.high; size: 14; color: Theme.text3 }
                    }
                    Standing { of: entry.modelData; width: legend.width }
                }
            }
            Component {
                id: exaggeration
                Row {
                    width: legend.width
                    spacing: Theme.px(8)
                    Rectangle {
                        id: frame
                        visible: !App.trueSize
                        width: times.implicitWidth + Theme.px(16)
                        height: times.implicitHeight + Theme.px(6)
                        radius: Theme.px(7)
                        color: "transparent"
                        border.width: 1
                        border.color: Theme.contested
                        Label {
                            id: times
                            anchors.centerIn: parent
                            text: entry.modelData.sign
                            size: 14
                            color: Theme.contested
                            font.weight: Font.DemiBold
                        }
                    }
                    Column {
                        width: legend.width - (frame.visible ? frame.width + Theme.px(8) : 0)
                        topPadding: Theme.px(3)
                        Label {
                            text: entry.modelData.text
                            size: 14
                            color: Theme.text2
                            width: parent.width
                            wrapMode: Text.Wrap
                        }
                        Standing { of: entry.modelData; width: parent.width }
                    }
                }
            }
            Component {
                id: mark
                Row {
                    spacing: Theme.px(10)
                    Rectangle {
                        width: Theme.px(10)
                        height: width
                        radius: width / 2
                        y: Theme.tx(14) * 0.35
                        color: entry.modelData.stops.length > 0 ? entry.modelData.stops[0] : Theme.now
                        border.width: Theme.px(2)
                        border.color: Theme.surface3
                    }
                    Column {
                        width: legend.width - Theme.px(20)
                        Label {
                            text: entry.modelData.text
                            size: 14
                            color: Theme.text2
                            width: parent.width
                            wrapMode: Text.Wrap
                        }
                        Standing { of: entry.modelData; width: parent.width }
                    }
                }
            }
        }
    }
    Flow {
        width: legend.width
        spacing: Theme.px(8)
        TouchButton {
            edged: true
            size: 14
            text: App.trueSize ? App.t("legend.show_exaggerated") : App.t("legend.show_true")
            onClicked: App.run("view.true_size")
        }
        TouchButton {
            objectName: "legendStudies"
            visible: !legend.brief
            edged: true
            size: 14
            checkable: true
            checked: legend.studies
            text: App.t("legend.studies")
            onClicked: legend.studies = !legend.studies
        }
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
}
