//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
uniform mat4 MCDCMatrix;
uniform mat4 MCVCMatrix;
//SYN::include common/state
out vec3 positionVC;
out vec3 normalVC;
out vec4 colour;      // rgb, shown
out vec4 marks;       // border, shade, highlight, pulse
out float seam;       // how dark the borders between regions are drawn

void main() {
  int id = int(structureMC.x + 0.5);
  float inside = smoothstep(0.0, 0.6, structureMC.y);
  vec4 light = structureRow(id, kLight);
  vec3 posMC = vertexMC.xyz + normalMC * light.w * inside;
  gl_Position = MCDCMatrix * vec4(posMC, 1.0);
  positionVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  normalVC = mat3(MCVCMatrix) * normalMC;
  colour = structureRow(id, kSurfaceColour);
  seam = light.z;
  marks = vec4(structureMC.y, structureMC.z, light.x, light.y);
}
