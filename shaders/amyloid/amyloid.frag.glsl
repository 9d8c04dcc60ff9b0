//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec2 corner;
in float washed;
uniform float nearestMm;
//SYN::include common/light

// A speck: rough at its edge, darker within; the wash lights it cool from outside.
void main() {
  float away = length(corner);
  float angle = atan(corner.y, corner.x);
  float edge = 0.80 + 0.12 * sin(angle * 5.0 + positionVC.x) + 0.08 * sin(angle * 9.0 + positionVC.y);
  float cover = 0.85 * (1.0 - smoothstep(edge - 0.35, edge, away));
  if (cover <= 0.0) discard;
  vec3 speck = mix(vec3(0.42, 0.24, 0.15), vec3(0.79, 0.54, 0.35), smoothstep(0.1, 0.8, away));
  vec3 light = mix(speck, vec3(0.55, 0.86, 1.0), 0.85 * washed);
  light = fogged(light, -positionVC.z - nearestMm);
  gl_FragData[0] = vec4(light * cover, cover);
}
