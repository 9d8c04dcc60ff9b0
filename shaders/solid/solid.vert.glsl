//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
uniform mat4 MCDCMatrix;
uniform mat4 MCVCMatrix;
//SYN::include common/structures
out vec3 positionVC;
out vec3 normalVC;
out vec3 colour;
out vec3 marks;       // shade, highlight, pulse

void main() {
  int id = int(structureMC.x + 0.5);
  vec3 posMC = vertexMC.xyz + structureMotion[id].xyz + normalMC * structureMotion[id].w;
  // A hidden part shrinks to nothing outside the picture.
  gl_Position = structureColour[id].a < 0.5 ? vec4(2.0, 2.0, 2.0, 1.0) : MCDCMatrix * vec4(posMC, 1.0);
  positionVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  normalVC = mat3(MCVCMatrix) * normalMC;
  colour = structureColour[id].rgb;
  marks = vec3(structureMC.z, structureLight[id].x, structureLight[id].y);
}
