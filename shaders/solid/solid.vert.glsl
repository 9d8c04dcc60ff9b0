//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
uniform mat4 MCDCMatrix;
uniform mat4 MCVCMatrix;
//SYN::include common/state
out vec3 positionVC;
out vec3 normalVC;
out vec3 colour;
out vec3 marks;       // shade, highlight, pulse

void main() {
  int id = int(structureMC.x + 0.5);
  vec4 motion = structureRow(id, kMotion);
  vec4 light = structureRow(id, kLight);
  vec4 shown = structureRow(id, kSolidColour);
  vec3 posMC = vertexMC.xyz + motion.xyz + normalMC * motion.w;
  // A hidden part shrinks to nothing outside the picture.
  gl_Position = shown.a < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : MCDCMatrix * vec4(posMC, 1.0);
  positionVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  normalVC = mat3(MCVCMatrix) * normalMC;
  colour = shown.rgb;
  marks = vec3(structureMC.z, light.x, light.y);
}
