// State of the life at this instant, one texture buffer for all effects (render/scene_state.h).
uniform samplerBuffer state;

const int kStructures = 128;
const int kConnectionHalves = 128;

// Rows of a structure.
const int kSurfaceColour = 0;  // rgb; a: 1 shown on the near wall, 0 not
const int kSolidColour = 1;    // rgb; a: 1 shown as a solid part, 0 not
const int kMotion = 2;         // xyz: offset in mm; w: displacement of the solid part in mm
const int kLight = 3;          // x: highlight; y: pulse; z: dark seam; w: displacement of the surface
const int kThickness = 4;      // factors of the cortex' span: x: own; y: at borders; z: of the solid piece
const int kDamage = 5;         // x: share that is destroyed
const int kStructureRows = 6;

// Rows of a half of a connection.
const int kStrands = 0;  // x: share that exists; y: radius in mm; z: share with a comet; w: sheen
const int kColour = 1;   // rgb; w: glow of a busy circuit
const int kConnectionRows = 2;

// Rows of single effects.
const int kNewNeurons = 0;  // x, y: points alive left and right; z: share that survives
const int kAmyloid = 1;     // x: share of the specks; y: strength of the wash
const int kBdnf = 2;        // x: level of the glow
const int kMyelin = 3;      // x: 1 where sheaths are drawn
const int kHabit = 4;       // x, y: strength of the old and of the new path; z: how often the new one is taken
const int kMemory = 5;      // x, y: share in the hippocampus and in the cortex; z: strength of the journey
const int kWindows = 6;     // x, y: openness for vision and for language

const float kNightSeconds = 9.0;  // of what every night does

const int kFirstConnection = kStructures * kStructureRows;
const int kFirstEffect = kFirstConnection + kConnectionHalves * kConnectionRows;

vec4 structureRow(int id, int row) { return texelFetch(state, id * kStructureRows + row); }
vec4 connectionRow(int slot, int row) { return texelFetch(state, kFirstConnection + slot * kConnectionRows + row); }
vec4 effectRow(int row) { return texelFetch(state, kFirstEffect + row); }
