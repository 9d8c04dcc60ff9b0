//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec2 corner;
in vec3 life;   // youth 1 just born .. 0 grown up; share of it that is dying; 1 when it survives

const float kCore = 0.42;  // of the square: the cell; around it only its light

// A new neuron: a round cell of light with a soft halo. Green-white when just born, golden as it joins
// the tissue; what dies turns red and goes out.
void main() {
  float away = length(corner);
  if (away > 1.0) discard;
  vec3 young = vec3(0.86, 1.0, 0.88);
  vec3 grown = vec3(0.93, 0.76, 0.36);
  vec3 light = mix(grown, young, smoothstep(0.25, 0.8, life.x));
  light = mix(light, vec3(0.75, 0.22, 0.14), 0.8 * life.y);
  float strength = (0.80 + 0.80 * life.x) * (1.0 - 0.6 * life.y);
  float cell = 1.0 - smoothstep(kCore * 0.55, kCore, away);
  float middle = 1.0 - 0.35 * clamp(away / kCore, 0.0, 1.0);
  float halo = pow(1.0 - away, 2.6) * (0.18 + 0.42 * life.x) * (1.0 - life.y);
  gl_FragData[0] = vec4(light * strength * (cell * middle + halo), cell);
}
