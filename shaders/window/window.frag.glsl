//VTK::System::Dec
//VTK::Output::Dec
in vec2 corner;
in float open;

const float kBlades = 7.0;
const float kRim = 0.90;

// An iris: seven blades that leave a hole as wide as the window is open.
void main() {
  float away = length(corner);
  if (away > 1.0) discard;
  float angle = atan(corner.y, corner.x);
  float turn = 6.2831853 / kBlades;
  float within = mod(angle + open * 1.2, turn) - 0.5 * turn;
  float hole = 0.84 * open;
  float edge = away * cos(within) / cos(0.5 * turn) * 0.93;
  vec3 light = vec3(1.0, 0.90, 0.62) * (0.35 + 0.65 * open);
  if (away > kRim) {
    gl_FragData[0] = vec4(light, 1.0);
    return;
  }
  if (edge < hole) discard;
  float blade = 0.5 + 0.5 * within / (0.5 * turn);
  float shine = 1.0 - smoothstep(0.0, 0.10, edge - hole);
  vec3 seen = vec3(0.15, 0.17, 0.21) * (0.55 + 0.75 * blade) + light * shine * open * 0.9;
  gl_FragData[0] = vec4(seen, 1.0);
}
