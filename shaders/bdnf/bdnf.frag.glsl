//VTK::System::Dec
//VTK::Output::Dec
in vec2 corner;
in float level;

void main() {
  float away = dot(corner, corner);
  if (away > 1.0) discard;
  float fall = (1.0 - away) * (1.0 - away);
  vec3 light = vec3(0.498, 0.878, 0.690) * (0.04 + 0.17 * level) * fall * fall;
  gl_FragData[0] = vec4(light, 0.0);  // adds to what is there and covers nothing
}
