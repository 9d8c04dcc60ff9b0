//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec2 corner;
in float washed;
in float seed;      // 0..1, another for each
uniform float nearestMm;
//SYN::include common/light

// A speck: a rough clump, darker within; the wash lights it cool from outside.
void main() {
  float away = length(corner);
  float angle = atan(corner.y, corner.x);
  // Its outline is its own, wherever the eye is.
  float rough = 0.10 * sin(angle * 3.0 + 6.2831853 * seed) + 0.07 * sin(angle * 7.0 + 40.0 * seed);
  float grownBy = 1.0 + 1.2 * washed;  // room for its light; the clump keeps its size
  float edge = (0.62 + rough) / grownBy;
  float cover = 0.92 * (1.0 - smoothstep(edge - 0.18 / grownBy, edge, away));
  float fall = 1.0 - away;
  float halo = 0.60 * washed * max(fall, 0.0) * max(fall, 0.0);
  if (cover + halo <= 0.0) discard;
  vec3 speck = mix(vec3(0.50, 0.26, 0.13), vec3(0.95, 0.62, 0.36), smoothstep(0.05, 0.60, away * grownBy));
  vec3 cool = vec3(0.55, 0.86, 1.0);
  vec3 light = fogged(mix(speck, cool, 0.30 * washed), -positionVC.z - nearestMm);
  gl_FragData[0] = vec4(light * cover + cool * halo, cover);
}
