//VTK::System::Dec
in vec4 vertexMC;   // place in the hippocampus
in vec3 normalMC;   // place in the cortex that the same memory moves to
in vec4 spanMC;     // of the place in the cortex (common/place)
in vec4 memoryMC;   // rank 0..1; kind + 4 * hippocampus + 512 * cortex, structure ids; corner x, y
uniform float time;
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
out vec2 corner;
out vec3 traits;    // share of the way to the cortex; 1 while on its way; seed

const float kTravelling = 0.10;  // share of the grains that a full night moves
const int kStored = 0;           // kinds: in the hippocampus, in the cortex, on the way
const int kSettled = 1;
const int kOnItsWay = 2;

float hash(float x) { return fract(sin(x * 78.233) * 43758.5453); }

void main() {
  vec4 memory = effectRow(kMemory);  // hippocampus, cortex, strength of the journey
  int code = int(memoryMC.y + 0.5);
  int kind = code % 4;
  int from = code / 4 % kStructures;
  int to = code / (4 * kStructures);
  float seed = hash(memoryMC.x + 0.17);
  float have = kind == kStored ? memory.x : kind == kSettled ? memory.y : smoothstep(0.0, 0.05, memory.x) * memory.z * kTravelling;
  float grown = smoothstep(0.0, 0.03, have - memoryMC.x);
  float way = kind == kStored ? 0.0 : kind == kSettled ? 1.0 : fract(time / kNightSeconds + seed);
  float eased = way * way * (3.0 - 2.0 * way);
  bool wall = onWall(to);
  vec3 startMC = placedOn(from, vertexMC.xyz, vec3(0.0), vec4(0.0), false);
  vec3 endMC = placedOn(to, normalMC, vec3(0.0), spanMC, wall);
  vec3 posMC = mix(startMC, endMC, eased);
  // On its way it rises in an arc over the deep parts.
  posMC.z += kind == kOnItsWay ? 16.0 * way * (1.0 - way) : 0.0;
  vec3 centreVC = inView(posMC);
  float radius = (kind == kOnItsWay ? 1.5 : 1.15 + 0.5 * seed) * grown;
  // The light of the grains shines through the hippocampus, and through a solid piece of cortex.
  if (kind == kStored) centreVC = nearer(centreVC, 11.0);
  if (kind == kSettled && !wall) centreVC = nearer(centreVC, 4.0);
  vec3 positionVC = centreVC + vec3(memoryMC.zw * radius * 1.9, 0.0);
  // Nothing lies in a hidden part, comes from one or goes to one.
  bool begins = kind == kSettled || isSolid(from);
  bool ends = kind == kStored || wall || isSolid(to);
  gl_Position = grown > 0.0 && begins && ends ? VCDCMatrix * vec4(positionVC, 1.0) : kOutsideDC;
  corner = memoryMC.zw;
  traits = vec3(way, kind == kOnItsWay ? 1.0 : 0.0, seed);
}
