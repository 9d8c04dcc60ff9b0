//VTK::System::Dec
in vec4 vertexMC;
in vec3 normalMC;
in vec4 structureMC;  // structure id, distance from the border 0..1, baked shade, 1 = hindbrain
in vec4 spanMC;       // from the inner sheet of the cortex to here, mm; shade of a thin cortex
in vec3 thinNormalMC; // normal of a thin cortex
//SYN::include common/view
//SYN::include common/state
//SYN::include common/cortex
out vec3 positionVC;
out vec3 normalVC;
out vec4 colour;      // rgb, shown
out vec4 marks;       // border, shade, highlight, pulse
out float seam;       // how dark the borders between regions are drawn

void main() {
  int id = int(structureMC.x + 0.5);
  float inside = smoothstep(0.0, 0.6, structureMC.y);
  vec4 light = structureRow(id, kLight);
  vec4 factors = structureRow(id, kThickness);
  float thickness = mix(factors.y, factors.x, inside);
  vec3 posMC = vertexMC.xyz + spanMC.xyz * (thickness - 1.0) + normalMC * light.w * inside;
  vec3 normal = thinned(normalMC, thinNormalMC, thickness);
  gl_Position = MCDCMatrix * vec4(posMC, 1.0);
  positionVC = inView(posMC);
  normalVC = mat3(MCVCMatrix) * normal;
  colour = structureRow(id, kSurfaceColour);
  seam = light.z;
  marks = vec4(structureMC.y, thinned(structureMC.z, spanMC.w, thickness), light.x, light.y);
}
