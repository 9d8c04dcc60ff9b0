import QtQuick
import Synaptarium
import Synaptarium.View

// The brain with its labels, legend and dials.
Item {
    id: stage
    objectName: "stage"
    property bool systemsInList: false    // the list beside explains the systems' colours
    readonly property real legendWidth: Math.min(Theme.tx(250), width * 0.45)
    // The brain keeps the middle: a legend that would lie on it is cut to what must always stand.
    readonly property bool brief: Theme.huge || (first.width - 1.15 * height) / 2 < legendWidth * 0.72
                                  || fullLegend.implicitHeight > height * 0.8
    property bool legendOpen: false
    readonly property var scaleBar: first.scaleBar
    // Labels stand above the legend, and above the dials on the other side.
    readonly property real legendTop: (brief ? briefLegend.y : legendPanel.y) - Theme.px(8)
    readonly property real dialsTop: dials.y - Theme.px(8)
    readonly property real leftTop: Theme.mirrored ? dialsTop : legendTop
    readonly property real rightTop: Theme.mirrored ? legendTop : dialsTop

    Connections {
        target: App
        function onBroughtHome() {
            stage.legendOpen = false
            fullLegend.studies = false
            opened.studies = false
        }
    }
    // Two brains stand side by side, in a tall window one above the other. The pictures are never
    // mirrored, and neither is their order.
    readonly property bool stacked: second.active && height > 1.2 * width
    // The caption of a tour then has a place of its own, the same at every step.
    readonly property real stackedHeight: (height - (App.tour.given ? Theme.tx(180) : 0)) / 2
    PaneView {
        id: first
        index: 0
        width: second.active && !stage.stacked ? stage.width / 2 : stage.width
        height: stage.stacked ? stage.stackedHeight : stage.height
        roomLeft: stage.stacked ? height - Theme.px(12) : stage.leftTop
        roomRight: second.active ? height - Theme.px(12) : stage.rightTop
    }
    Loader {
        id: second
        active: App.paneCount > 1
        x: stage.stacked ? 0 : stage.width / 2
        y: stage.stacked ? stage.stackedHeight : 0
        width: stage.width - x
        height: first.height
        sourceComponent: PaneView {
            index: 1
            roomLeft: stage.stacked ? stage.leftTop - second.y : height - Theme.px(12)
            roomRight: stage.rightTop - second.y
        }
    }
    Panel {
        id: legendPanel
        objectName: "legendPanel"
        visible: !stage.brief
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(12)
        width: stage.legendWidth + 2 * Theme.px(12)
        height: fullLegend.implicitHeight + 2 * Theme.px(10)
        border.width: 0
        color: "transparent"
        Haze { objectName: "legendGround"; anchors.fill: parent }
        Legend {
            id: fullLegend
            anchors.centerIn: parent
            width: stage.legendWidth
            systems: !stage.systemsInList
            scaleBar: stage.scaleBar
        }
    }
    Caption {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.leftMargin: Theme.px(12)
        anchors.topMargin: first.captionHeight
        width: stage.brief ? Math.min(Theme.tx(520), stage.width - Theme.px(24))
                           : stage.legendWidth + 2 * Theme.px(12)
        height: implicitHeight
    }
    TourBar {
        anchors.horizontalCenter: parent.horizontalCenter
        // Low, where the brain is least; above legend and dials where there is no room between them.
        readonly property real beside: 2 * Math.max(dials.width + Theme.px(36),
            (stage.brief ? briefLegend : legendPanel).width + Theme.px(28))
        readonly property bool between: stage.width - beside >= Theme.tx(480)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: between ? Theme.px(12) : stage.height - Math.min(stage.dialsTop, stage.legendTop)
        width: Math.min(Theme.tx(760), stage.width - (between ? beside : Theme.px(24)))
        height: Math.min(implicitHeight,
                         stage.height - anchors.bottomMargin - first.captionHeight)
    }
    Column {
        id: briefLegend
        visible: stage.brief
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.px(16)
        anchors.bottomMargin: Theme.px(4)
        spacing: Theme.px(4)
        Panel {
            visible: stage.legendOpen
            anchors.left: parent.left
            color: Theme.surface1
            width: opened.width + Theme.px(32)
            height: Math.min(scroll.contentHeight, stage.height - Theme.target - Theme.px(24))
            Flickable {
                id: scroll
                anchors.fill: parent
                clip: true
                contentHeight: opened.height + Theme.px(28)
                interactive: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                Legend {
                    id: opened
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.px(14)
                    width: Math.min(Theme.tx(260), stage.width - Theme.px(64))
                    scaleBar: stage.scaleBar
                }
            }
        }
        Row {
            anchors.left: parent.left
            spacing: Theme.px(10)
            Factor { anchors.verticalCenter: parent.verticalCenter }
            TouchButton {
                edged: true
                size: 14
                text: App.t(stage.legendOpen ? "legend.close" : "legend.title")
                onClicked: stage.legendOpen = !stage.legendOpen
            }
        }
    }
    Haze { anchors.fill: dials }
    Column {
        id: dials
        objectName: "dials"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.px(20)
        anchors.bottomMargin: Theme.px(8)
        Dial {
            visible: !stage.brief
            title: App.t("property.view.explode")
            property: "view.explode"
            value: App.pane.explode
        }
        Dial {
            title: App.t("property.view.xray")
            property: "view.xray"
            value: App.pane.xray
        }
    }
    component Dial: Row {
        id: dial
        property string title
        property string property
        property real value
        anchors.right: parent ? parent.right : undefined
        spacing: Theme.px(12)
        Label {
            text: dial.title
            color: Theme.text2
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        TouchSlider {
            width: Theme.px(150)
            name: dial.title
            valueText: App.percent(dial.value)
            value: dial.value
            step: 0.05
            onMoved: value => App.set(dial.property, value)
        }
    }
}
