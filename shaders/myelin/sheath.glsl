// The sheath of a strand: bright segments with short gaps, `share` 0..1.2 of that of an adult.
vec3 sheathed(vec3 light, vec3 n, vec3 v, float along, float share) {
  float segment = abs(fract(along * 16.0) - 0.5) * 2.0;             // 1 in a gap, 0 amid a segment
  float sheath = (1.0 - smoothstep(0.72, 0.90, segment)) * smoothstep(0.15, 1.0, share);
  float shine = pow(clamp(dot(n, normalize(normalize(kKeyVC) + v)), 0.0, 1.0), 18.0);
  return mix(light, vec3(0.957, 0.941, 0.894) * (0.62 + 0.9 * shine), 0.72 * sheath);
}
