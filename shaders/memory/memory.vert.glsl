//VTK::System::Dec
in vec4 vertexMC;   // place in the hippocampus
in vec3 normalMC;   // place in the cortex that the same memory moves to
in vec4 memoryMC;   // rank 0..1; 0 in the hippocampus, 1 in the cortex, 2 on its way; corner x, y
uniform mat4 MCVCMatrix;
uniform mat4 VCDCMatrix;
uniform float time;
//SYN::include common/state
out vec2 corner;
out vec3 traits;    // share of the way to the cortex; 1 while on its way; seed

const float kNightSeconds = 7.0;
const float kTravelling = 0.10;  // share of the grains that a full night moves

float hash(float x) { return fract(sin(x * 78.233) * 43758.5453); }

void main() {
  vec4 memory = effectRow(kMemory);  // hippocampus, cortex, strength of the journey
  float kind = memoryMC.y;
  float seed = hash(memoryMC.x + 0.17);
  float have = kind < 0.5 ? memory.x : kind < 1.5 ? memory.y : smoothstep(0.0, 0.05, memory.x) * memory.z * kTravelling;
  float grown = smoothstep(0.0, 0.03, have - memoryMC.x);
  float way = kind < 0.5 ? 0.0 : kind < 1.5 ? 1.0 : fract(time / kNightSeconds + seed);
  float eased = way * way * (3.0 - 2.0 * way);
  vec3 posMC = mix(vertexMC.xyz, normalMC, eased);
  // On its way it rises in an arc over the deep parts.
  posMC.z += kind > 1.5 ? 16.0 * way * (1.0 - way) : 0.0;
  vec3 centreVC = (MCVCMatrix * vec4(posMC, 1.0)).xyz;
  float radius = (kind > 1.5 ? 1.5 : 1.15 + 0.5 * seed) * grown;
  // The light of the hippocampus' grains shines through it.
  if (kind < 0.5) centreVC *= 1.0 - 11.0 / length(centreVC);
  vec3 positionVC = centreVC + vec3(memoryMC.zw * radius * 1.9, 0.0);
  gl_Position = grown <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : VCDCMatrix * vec4(positionVC, 1.0);
  corner = memoryMC.zw;
  traits = vec3(way, kind > 1.5 ? 1.0 : 0.0, seed);
}
