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
            id: room
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
            // Without a tour its keys belong to sliders; Escape first closes what lies on top.
            readonly property bool free: modelData.startsWith("tour.") ? App.tour.given
                : modelData !== "selection.clear" || !room.item || !room.item.somethingOpen
            sequence: App.shortcut(modelData)
            enabled: sequence !== "" && free
            onActivated: App.run(modelData)
        }
    }
}
