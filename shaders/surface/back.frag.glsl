//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec3 normalVC;
in vec4 colour;
in vec4 marks;
//SYN::include common/light

// Far inner wall of the glass shell.
void main() {
  if (colour.a < 0.5) discard;
  vec3 n = normalize(normalVC);
  vec3 v = normalize(-positionVC);
  float turn = 1.0 - abs(dot(n, v));
  float up = 0.5 + 0.5 * dot(n, normalize(kKeyVC));
  float light = 0.085 + 0.17 * pow(turn, 4.0) * (0.35 + 0.8 * (1.0 - up));
  float groove = clamp((0.88 - marks.y) / 0.5, 0.0, 1.0);
  gl_FragData[0] = vec4(kGlassBody * light * (1.0 - 0.35 * groove), 0.22);
}
