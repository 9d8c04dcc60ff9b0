//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec3 normalVC;
in vec3 colour;
in vec3 marks;
uniform float nearestMm;  // depth of the front of the brain
//SYN::include common/light

void main() {
  vec3 n = normalize(normalVC);
  vec3 v = normalize(-positionVC);
  if (dot(n, v) < 0.0) n = -n;
  vec3 light = litSolid(colour * (0.55 + 0.45 * clamp(marks.x, 0.0, 1.1)), n, v, 0.20);
  float rim = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 2.2);
  // Busy: it shines of itself, most where it turns away.
  light = light * (1.0 + 0.9 * marks.z) + vec3(1.0, 0.90, 0.70) * marks.z * (0.16 + 0.85 * rim);
  light += vec3(1.0, 0.945, 0.816) * marks.y * (0.06 + 0.75 * rim);
  gl_FragData[0] = vec4(fogged(min(shoulder(light), vec3(0.97 + 0.35 * marks.z)), (1.0 - marks.z) * (-positionVC.z - nearestMm)), 1.0);
}
