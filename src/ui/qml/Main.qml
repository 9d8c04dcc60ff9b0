import QtQuick
import QtQuick.Window
import QtQml
import Synaptarium
import Synaptarium.View

Window {
    id: window
    title: App.t("app.name")
    color: Theme.ground
    minimumWidth: 640
    minimumHeight: 560
    visible: false

    Binding { target: Theme; property: "windowWidth"; value: window.width }
    Binding { target: Theme; property: "windowHeight"; value: window.height }

    Item {
        anchors.fill: parent
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        Loader {
            anchors.fill: parent
            active: App.state === "ready"
            source: "explore/Explore.qml"
        }
        LoadingPage {
            anchors.fill: parent
            visible: App.state === "loading"
        }
        Loader {
            anchors.fill: parent
            active: App.state === "error"
            source: "ErrorPage.qml"
        }
    }
    // Every action with a key gets it here and nowhere else.
    Instantiator {
        model: App.state === "ready" ? App.actions() : []
        Shortcut {
            required property string modelData
            sequence: App.shortcut(modelData)
            enabled: sequence !== ""
            onActivated: App.run(modelData)
        }
    }
}
