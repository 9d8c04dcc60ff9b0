// One light for everything: from the upper left, in view coordinates.
const vec3 kKeyVC = vec3(-0.48, 0.68, 0.55);
const vec3 kGlass = vec3(0.60, 0.72, 0.92);
const vec3 kGlassBody = vec3(0.46, 0.66, 1.05);  // where many thin walls add up
const vec3 kFog = vec3(0.09, 0.12, 0.18);

// Bends bright light below white and keeps its hue.
vec3 shoulder(vec3 light) {
  float peak = max(light.r, max(light.g, light.b));
  vec3 bent = light * ((1.0 - exp(-1.18 * peak)) / max(peak, 1e-4));
  return mix(bent, 1.0 - exp(-1.18 * light), 0.25);
}

// Lit colour of a solid part: soft key, cool fill from below, bright rim.
vec3 litSolid(vec3 colour, vec3 n, vec3 v, float gloss) {
  vec3 key = normalize(kKeyVC);
  float wrapped = clamp((dot(n, key) + 0.30) / 1.30, 0.0, 1.0);
  float fill = 0.5 + 0.5 * dot(n, normalize(vec3(0.6, -0.5, 0.4)));
  float rim = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 3.2);
  float shine = pow(clamp(dot(n, normalize(key + v)), 0.0, 1.0), 42.0);
  vec3 light = colour * (0.22 + 1.25 * wrapped * wrapped) + colour * vec3(0.85, 0.90, 1.05) * 0.30 * fill;
  light += (0.65 * colour + 0.35 * kGlass) * 0.60 * rim;
  light += vec3(1.0, 0.96, 0.90) * gloss * shine;
  return light;
}

// Parts farther away sink into the ground, so that depth can be read.
vec3 fogged(vec3 colour, float depthMm) {
  return mix(colour, kFog, 0.55 * clamp(depthMm / 130.0, 0.0, 1.0));
}
