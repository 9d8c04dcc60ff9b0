//VTK::System::Dec
in vec4 vertexMC;   // place between the cells of the cortex
in vec3 normalMC;   // of the cortex there
in vec4 spanMC;     // of the place (common/place)
in vec4 speckMC;    // rank among all specks 0..1, structure id, corner x, corner y
uniform float time;
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
out vec3 positionVC;
out vec2 corner;
out float washed;   // light of the wash that passes here, 0..1
out float seed;     // 0..1, another for each

const vec3 kVentriclesMC = vec3(0.0, -18.0, 12.0);
const float kReachMm = 95.0;
const float kBeforeMm = 3.0;  // towards the eye, so that a solid piece does not hide what it holds

void main() {
  vec4 load = effectRow(kAmyloid);
  int id = int(speckMC.y + 0.5);
  bool wall = onWall(id);
  float grown = smoothstep(0.0, 0.04, load.x - speckMC.x);
  float front = fract(time / kNightSeconds + 0.25) * 1.35 * kReachMm;
  float away = distance(vertexMC.xyz, kVentriclesMC) - front;
  washed = load.y * exp(-away * away / 260.0);
  vec3 centreVC = inView(placedOn(id, vertexMC.xyz, normalMC, spanMC, wall));
  if (!wall) centreVC = nearer(centreVC, kBeforeMm);
  // Each of its own size.
  seed = fract(speckMC.x * 917.3);
  float radius = (1.15 + 0.75 * seed) * grown * (1.0 + 1.2 * washed);
  positionVC = centreVC + vec3(speckMC.zw * radius, 0.0);
  bool shown = grown > 0.0 && (wall || isSolid(id));
  gl_Position = shown ? VCDCMatrix * vec4(positionVC, 1.0) : kOutsideDC;
  corner = speckMC.zw;
}
