// State of every structure at this instant; index = structure id.
uniform vec4 structureColour[64];  // rgb; a: 1 shown, 0 hidden
uniform vec4 structureMotion[64];  // xyz: offset in mm; w: displacement along the normal in mm
uniform vec4 structureLight[64];   // x: highlight; y: pulse of reactivity; z: dark seam at the border
