//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
uniform mat4 MCDCMatrix;
uniform mat4 MCVCMatrix;
//SYN::include common/structures
out vec3 positionVC;
out vec3 normalVC;
out vec4 colour;      // rgb, shown
out vec4 marks;       // border, shade, highlight, pulse
out float seam;       // how dark the borders between regions are drawn

void main() {
  int id = int(structureMC.x + 0.5);
  float inside = smoothstep(0.0, 0.6, structureMC.y);
  vec3 posMC = vertexMC.xyz + structureMotion[id].xyz + normalMC * structureMotion[id].w * inside;
  gl_Position = MCDCMatrix * vec4(posMC, 1.0);
  positionVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  normalVC = mat3(MCVCMatrix) * normalMC;
  colour = structureColour[id];
  seam = structureLight[id].z;
  marks = vec4(structureMC.y, structureMC.z, structureLight[id].x, structureLight[id].y);
}
