// One light for everything: from the upper left, in view coordinates.
const vec3 kKeyVC = vec3(-0.48, 0.68, 0.55);
const vec3 kGlass = vec3(0.60, 0.72, 0.92);
const vec3 kFog = vec3(0.09, 0.12, 0.18);

vec3 shoulder(vec3 light) { return 1.0 - exp(-1.18 * light); }

// Lit colour of a solid part: soft key, cool fill from below, bright rim.
vec3 litSolid(vec3 colour, vec3 n, vec3 v, float gloss) {
  vec3 key = normalize(kKeyVC);
  float wrapped = clamp((dot(n, key) + 0.30) / 1.30, 0.0, 1.0);
  float fill = 0.5 + 0.5 * dot(n, normalize(vec3(0.6, -0.5, 0.4)));
  float rim = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 3.2);
  float shine = pow(clamp(dot(n, normalize(key + v)), 0.0, 1.0), 42.0);
  vec3 light = colour * (0.16 + 0.98 * wrapped * wrapped) + colour * vec3(0.62, 0.80, 1.10) * 0.26 * fill;
  light += (0.55 * colour + 0.45 * kGlass) * 0.50 * rim;
  light += vec3(1.0, 0.96, 0.90) * gloss * shine;
  return light;
}

// Parts farther away sink into the ground, so that depth can be read.
vec3 fogged(vec3 colour, float depthMm) {
  return mix(colour, kFog, 0.55 * clamp(depthMm / 130.0, 0.0, 1.0));
}
