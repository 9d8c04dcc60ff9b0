//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
in vec4 spanMC;       // from the inner sheet of the cortex to here, mm; shade of a thin cortex
in vec3 thinNormalMC; // normal of a thin cortex
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
//SYN::include common/cortex
out vec3 positionVC;
out vec3 normalVC;
out vec3 colour;
out vec3 marks;       // shade, highlight, pulse

void main() {
  int id = int(structureMC.x + 0.5);
  vec4 light = structureRow(id, kLight);
  float thickness = structureRow(id, kThickness).z;
  vec3 posMC = placedOn(id, vertexMC.xyz, normalMC, spanMC, false);
  // A hidden part shrinks to nothing outside the picture.
  gl_Position = isSolid(id) ? MCDCMatrix * vec4(posMC, 1.0) : kOutsideDC;
  positionVC = inView(posMC);
  normalVC = mat3(MCVCMatrix) * thinned(normalMC, thinNormalMC, thickness);
  colour = structureRow(id, kSolidColour).rgb;
  marks = vec3(thinned(structureMC.z, spanMC.w, thickness), light.x, light.y);
}
