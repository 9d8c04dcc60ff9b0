//VTK::System::Dec
//VTK::Output::Dec
in vec2 corner;
in float depth;

// Tissue that is lost: dark, with a dull red seam where it borders on what lives.
void main() {
  float away = length(corner);
  if (away > 1.0) discard;
  float cover = 0.92 * (1.0 - smoothstep(0.55, 1.0, away));
  vec3 dark = mix(vec3(0.30, 0.07, 0.06), vec3(0.035, 0.03, 0.035), depth);
  gl_FragData[0] = vec4(dark * cover, cover);
}
