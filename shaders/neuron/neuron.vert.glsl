//VTK::System::Dec
in vec4 vertexMC;   // birthplace in the dentate gyrus
in vec3 normalMC;
in vec4 neuronMC;   // number within its side, structure id, corner x, corner y
uniform float time;
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
out vec3 positionVC;
out vec2 corner;
out vec3 life;      // youth 1 just born .. 0 grown up; share of it that is dying; 1 when it survives

const float kLifeSeconds = 9.0;
const float kCellMm = 0.44;    // radius of the cell
const float kHalo = 2.4;       // radius of its light, in cells

float hash(float x) { return fract(sin(x * 12.9898) * 43758.5453); }

void main() {
  float number = abs(neuronMC.x) - 1.0;
  vec4 born = effectRow(kNewNeurons);
  float count = neuronMC.x > 0.0 ? born.x : born.y;
  float seed = hash(number + (neuronMC.x > 0.0 ? 0.0 : 0.5));
  float age = fract(time / kLifeSeconds + seed);
  bool survives = hash(number * 1.7 + 3.1) < born.z;
  float dying = survives ? 0.0 : smoothstep(0.40, 0.75, age);
  life = vec3(1.0 - age, dying, survives ? 1.0 : 0.0);
  // Born small, grows, then settles into the tissue or fades away.
  float size = smoothstep(0.0, 0.08, age) * (survives ? 1.0 - 0.55 * smoothstep(0.75, 1.0, age)
                                                       : 1.0 - smoothstep(0.50, 0.85, age));
  int id = int(neuronMC.y + 0.5);
  vec3 posMC = placedOn(id, vertexMC.xyz, normalMC, vec4(0.0), false);
  posMC += normalMC * (0.35 + 0.9 * age);
  float radius = kCellMm * kHalo * size;
  // Its light shines through the hippocampus around it.
  positionVC = nearer(inView(posMC), 11.0) + vec3(neuronMC.zw * radius, 0.0);
  bool alive = number < count && size > 0.01 && isSolid(id);
  gl_Position = alive ? VCDCMatrix * vec4(positionVC, 1.0) : kOutsideDC;
  corner = neuronMC.zw;
}
