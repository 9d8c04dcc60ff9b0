//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec2 corner;
in float youth;

// A new neuron: a small ball of light that dims as it grows up.
void main() {
  float away = dot(corner, corner);
  if (away > 1.0) discard;
  vec3 young = vec3(1.0, 0.98, 0.90);
  vec3 grown = vec3(0.93, 0.76, 0.36);
  vec3 light = mix(grown, young, smoothstep(0.15, 0.7, youth)) * (0.75 + 0.85 * youth) * (1.0 - 0.3 * away);
  gl_FragData[0] = vec4(light, 1.0);
}
