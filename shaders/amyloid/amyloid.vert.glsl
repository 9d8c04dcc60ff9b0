//VTK::System::Dec
in vec4 vertexMC;   // place between the cells of the cortex
in vec3 normalMC;
in vec4 speckMC;    // rank among all specks 0..1, structure id, corner x, corner y
uniform mat4 MCVCMatrix;
uniform mat4 VCDCMatrix;
uniform float time;
//SYN::include common/state
out vec3 positionVC;
out vec2 corner;
out float washed;   // light of the wash that passes here, 0..1

const vec3 kVentriclesMC = vec3(0.0, -18.0, 12.0);
const float kNightSeconds = 9.0;
const float kReachMm = 95.0;

void main() {
  vec4 load = effectRow(kAmyloid);
  int id = int(speckMC.y + 0.5);
  float grown = smoothstep(0.0, 0.04, load.x - speckMC.x);
  float front = fract(time / kNightSeconds + 0.25) * 1.35 * kReachMm;
  float away = distance(vertexMC.xyz, kVentriclesMC) - front;
  washed = load.y * exp(-away * away / 260.0);
  vec3 posMC = vertexMC.xyz + structureRow(id, kMotion).xyz;
  vec3 centreVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  // Each of its own size.
  float radius = (1.15 + 0.75 * fract(speckMC.x * 917.3)) * grown * (1.0 + 1.2 * washed);
  positionVC = centreVC + vec3(speckMC.zw * radius, 0.0);
  gl_Position = grown <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : VCDCMatrix * vec4(positionVC, 1.0);
  corner = speckMC.zw;
}
