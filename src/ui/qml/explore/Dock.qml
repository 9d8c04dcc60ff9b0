import QtQuick
import Synaptarium
import Synaptarium.View

// Player and sentence above the life line.
Item {
    id: dock
    readonly property bool sentenceBelow: Theme.portrait
        || sentence.implicitWidth > width - 2 * (player.width + Theme.px(40))
    readonly property real playerHeight: Math.max(Theme.px(56), Theme.target + Theme.px(4))
    readonly property real sentenceHeight:
        sentenceBelow ? ownSentence.implicitHeight + Theme.px(6) : 0
    implicitHeight: playerHeight + sentenceHeight + Theme.px(12) + life.implicitHeight + Theme.px(8)

    Serif {
        id: ownSentence
        visible: dock.sentenceBelow
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.portrait ? Theme.px(4) : dock.playerHeight
        width: parent.width - Theme.px(40)
        text: App.card.sentence
        size: Theme.huge ? 16 : 23
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
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
        Serif {
            id: sentence
            visible: !dock.sentenceBelow
            anchors.centerIn: parent
            text: App.card.sentence
            size: 23
        }
    }
    LifeLine {
        id: life
        width: parent.width
        y: dock.playerHeight + dock.sentenceHeight + Theme.px(12)
    }
}
