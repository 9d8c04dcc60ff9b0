//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
in vec4 spanMC;       // from the inner sheet of the cortex to here, mm; shade of a thin cortex
in vec3 thinNormalMC; // normal of a thin cortex
uniform mat4 MCDCMatrix;
uniform mat4 MCVCMatrix;
//SYN::include common/state
//SYN::include common/cortex
out vec3 positionVC;
out vec3 normalVC;
out vec3 colour;
out vec3 marks;       // shade, highlight, pulse

void main() {
  int id = int(structureMC.x + 0.5);
  vec4 motion = structureRow(id, kMotion);
  vec4 light = structureRow(id, kLight);
  vec4 shown = structureRow(id, kSolidColour);
  float thickness = structureRow(id, kThickness).z;
  vec3 posMC = vertexMC.xyz + motion.xyz + normalMC * motion.w + spanMC.xyz * (thickness - 1.0);
  // A hidden part shrinks to nothing outside the picture.
  gl_Position = shown.a < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : MCDCMatrix * vec4(posMC, 1.0);
  positionVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  normalVC = mat3(MCVCMatrix) * thinned(normalMC, thinNormalMC, thickness);
  colour = shown.rgb;
  marks = vec3(thinned(structureMC.z, spanMC.w, thickness), light.x, light.y);
}
