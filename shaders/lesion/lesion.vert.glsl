//VTK::System::Dec
in vec4 vertexMC;   // place on the cortex
in vec3 normalMC;   // of the cortex there
in vec4 lesionMC;   // rank from the middle of its region outwards 0..1; structure id; corner x, y
uniform mat4 MCVCMatrix;
uniform mat4 VCDCMatrix;
//SYN::include common/state
out vec2 corner;
out float depth;    // 1 in the middle of what is lost, 0 at its edge

const float kRadiusMm = 3.4;
const float kOutwardMm = 0.8;
const float kBeforeMm = 1.5;  // towards the eye, so that folds do not cut it

void main() {
  int id = int(lesionMC.y + 0.5);
  float lost = structureRow(id, kDamage).x;
  float grown = smoothstep(0.0, 0.04, lost - lesionMC.x);
  vec3 n = normalize(normalMC);
  vec3 u = normalize(cross(n, abs(n.z) < 0.9 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0)));
  vec3 w = cross(n, u);
  float radius = kRadiusMm * grown;
  vec3 posMC = vertexMC.xyz + n * kOutwardMm + (u * lesionMC.z + w * lesionMC.w) * radius;
  bool shown = structureRow(id, kSurfaceColour).a > 0.5 && grown > 0.0;
  vec4 posVC = MCVCMatrix * vec4(posMC, 1.0);
  posVC.xyz *= 1.0 - kBeforeMm / length(posVC.xyz);
  gl_Position = shown ? VCDCMatrix * posVC : vec4(2.0, 2.0, 2.0, 1.0);
  corner = lesionMC.zw;
  depth = clamp((lost - lesionMC.x) / 0.25, 0.0, 1.0);
}
