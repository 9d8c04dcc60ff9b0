import QtQuick
import Synaptarium

// A bar of the colours between two ends; runs the way the language reads.
Rectangle {
    id: ramp
    property var stops: []
    implicitHeight: Theme.px(8)
    radius: height / 2
    transform: Scale { origin.x: ramp.width / 2; xScale: Theme.mirrored ? -1 : 1 }
    gradient: Gradient {
        id: colours
        orientation: Gradient.Horizontal
    }
    Component {
        id: stop
        GradientStop {}
    }
    // The linter takes every list for read-only; a gradient's is not.
    Component.onCompleted: colours.stops = stops.map((colour, i) =>  // qmllint disable
        stop.createObject(colours, { position: i / (stops.length - 1), color: colour }))
}
