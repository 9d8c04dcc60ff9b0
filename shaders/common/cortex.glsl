// What is baked for a cortex of factor 1 and for a thin one, blended (atlas::Mesh::kThin).
const float kThin = 0.5;

float thinness(float thickness) { return clamp((1.0 - thickness) / (1.0 - kThin), 0.0, 1.6); }
float thinned(float whole, float thin, float thickness) {
  return mix(whole, thin, min(thinness(thickness), 1.0));
}
vec3 thinned(vec3 whole, vec3 thin, float thickness) {
  return normalize(mix(whole, thin, thinness(thickness)));
}
