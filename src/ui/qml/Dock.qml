import QtQuick

// Player and sentence above the life line.
Item {
    id: dock
    readonly property bool sentenceBelow: Theme.portrait
        || sentence.implicitWidth > width - 2 * (player.width + Theme.px(40))
    readonly property real playerHeight: Math.max(Theme.px(56), Theme.target + Theme.px(4))
    readonly property real sentenceHeight: sentenceBelow ? ownSentence.implicitHeight + Theme.px(6) : 0
    implicitHeight: playerHeight + sentenceHeight + Theme.px(12) + life.implicitHeight + Theme.px(8)

    Serif {
        id: ownSentence
        visible: dock.sentenceBelow
        x: Theme.px(20)
        y: Theme.portrait ? Theme.px(4) : dock.playerHeight
        width: parent.width - 2 * x
        text: App.sentence
        size: Theme.huge ? 20 : 23
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        y: Theme.portrait ? dock.sentenceHeight : 0
        width: parent.width
        height: dock.playerHeight
        Row {
            id: player
            x: Theme.portrait ? (parent.width - width) / 2 : Theme.px(12)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(6)
            TouchButton {
                icon: "back"
                name: App.t("action.age.back")
                hint: App.t("action.age.back.hint")
                onClicked: App.run("age.back")
            }
            TouchButton {
                primary: true
                icon: App.playing ? "pause" : "play"
                name: App.t(App.playing ? "action.age.pause" : "action.age.play")
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
                text: App.speedText
                name: App.t("property.age.speed") + ", " + text
                onClicked: App.nextSpeed()
            }
        }
        Serif {
            id: sentence
            visible: !dock.sentenceBelow
            anchors.centerIn: parent
            text: App.sentence
            size: 23
        }
    }
    LifeLine {
        id: life
        width: parent.width
        y: dock.playerHeight + dock.sentenceHeight + Theme.px(12)
    }
}
