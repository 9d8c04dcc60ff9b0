//VTK::System::Dec
in vec4 vertexMC;   // a point of the path's middle line
in vec3 normalMC;   // its tangent
in vec4 pathMC;     // 0 old path, 1 new path; way along it 0..1; side -1 or 1; unused
//SYN::include common/view
//SYN::include common/state
out vec3 positionVC;
out vec3 sideVC;
out float across;
out float along;
out vec3 traits;    // 0 old, 1 new; strength; share of the times it is taken

const float kThreadMm = 0.35;  // radius of a path that is hardly there
const float kRoadMm = 2.6;     // more at full strength
const float kBeforeMm = 48.0;

void main() {
  vec4 habit = effectRow(kHabit);
  bool fresh = pathMC.x > 0.5;
  float strength = fresh ? habit.y : habit.x;
  // Schematic: it lies over the deep parts it runs through.
  vec3 centreVC = nearer(inView(vertexMC.xyz), kBeforeMm);
  sideVC = normalize(cross(mat3(MCVCMatrix) * normalMC, centreVC) + vec3(1e-6));
  float end = clamp(min(pathMC.y, 1.0 - pathMC.y) / 0.05, 0.0, 1.0);
  float ends = sqrt(end * (2.0 - end));
  float radius = (kThreadMm + kRoadMm * strength) * (0.08 + 0.92 * ends);
  positionVC = centreVC + sideVC * pathMC.z * radius;
  gl_Position = strength < 0.005 ? kOutsideDC : VCDCMatrix * vec4(positionVC, 1.0);
  across = pathMC.z;
  along = pathMC.y;
  traits = vec3(pathMC.x, strength, fresh ? habit.z : 1.0 - habit.z);
}
