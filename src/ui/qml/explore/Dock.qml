import QtQuick
import Synaptarium
import Synaptarium.View

// Player and sentence above the life line.
Item {
    id: dock
    property bool folded: false           // without its life line
    // What stands here decides no size: another sentence would move the brain above it.
    readonly property bool sentenceBelow: Theme.portrait || Theme.large
    readonly property real sentenceSize: Theme.huge ? 16 : 23
    readonly property real playerHeight: Math.max(Theme.px(56), Theme.target + Theme.px(4))
    readonly property real sentenceHeight:
        sentenceBelow && !folded ? Theme.tx(sentenceSize) * 2.6 + Theme.px(6) : 0
    implicitHeight: playerHeight + sentenceHeight + Theme.px(12)
                    + (folded ? 0 : life.implicitHeight + Theme.px(8))

    Serif {
        objectName: "sentence"
        // In a lecture the caption says what to look at.
        visible: !dock.folded || !dock.sentenceBelow && App.pane.selectedLabel !== ""
        readonly property real besidePlayer: player.width + Theme.px(40)
        x: dock.sentenceBelow ? Theme.px(20) : besidePlayer
        y: dock.sentenceBelow && !Theme.portrait ? dock.playerHeight : Theme.px(2)
        width: parent.width - 2 * x
        height: (dock.sentenceBelow ? dock.sentenceHeight : dock.playerHeight) - Theme.px(4)
        text: App.card.sentence
        size: dock.sentenceSize
        // A long one takes two lines of smaller letters.
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.tx(13)
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    Item {
        y: Theme.portrait ? dock.sentenceHeight : 0
        width: parent.width
        height: dock.playerHeight
        Row {
            id: player
            anchors.left: Theme.portrait ? undefined : parent.left
            anchors.leftMargin: Theme.px(12)
            anchors.horizontalCenter: Theme.portrait ? parent.horizontalCenter : undefined
            anchors.verticalCenter: parent.verticalCenter
            // Time runs from left to right in every language, and so do its keys.
            layoutDirection: Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.px(6)
            TouchButton {
                icon: "back"
                name: App.t("action.age.back")
                hint: App.t("action.age.back.hint")
                onClicked: App.run("age.back")
            }
            TouchButton {
                primary: true
                icon: App.clock.playing ? "pause" : "play"
                name: App.t(App.clock.playing ? "action.age.pause" : "action.age.play")
                hint: App.t("action.age.play.hint")
                width: Theme.target * 1.15
                onClicked: App.run("age.play")
            }
            TouchButton {
                icon: "forward"
                name: App.t("action.age.forward")
                hint: App.t("action.age.forward.hint")
                onClicked: App.run("age.forward")
            }
            TouchButton {
                edged: true
                text: App.clock.speedText
                name: App.t("property.age.speed") + ", " + text
                onClicked: App.clock.nextSpeed()
            }
        }
    }
    LifeLine {
        id: life
        visible: !dock.folded
        width: parent.width
        y: dock.playerHeight + dock.sentenceHeight + Theme.px(12)
    }
}
