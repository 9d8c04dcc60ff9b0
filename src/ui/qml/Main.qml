import QtQuick
import QtQuick.Window
import QtQml

Window {
    id: window
    title: App.t("app.name")
    color: Theme.ground
    minimumWidth: 640
    minimumHeight: 560
    visible: false

    Binding { target: Theme; property: "windowWidth"; value: window.width }
    Binding { target: Theme; property: "windowHeight"; value: window.height }

    Explore {
        id: explore
        anchors.fill: parent
        visible: App.state === "ready"
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
