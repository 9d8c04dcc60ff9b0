const float kEmberSeconds = 2.0;

// Light of a strand whose ends are too busy: embers that run along it. `heat` 0..1.
vec3 burning(vec3 light, vec3 n, vec3 v, float along, float seed, float heat, float time) {
  float middle = 0.35 + 0.65 * clamp(dot(n, v), 0.0, 1.0);
  float run = 0.5 + 0.5 * sin(6.2831853 * (along * 2.0 - time / kEmberSeconds + seed));
  return mix(light, vec3(1.0, 0.48, 0.16) * middle * (0.75 + 0.65 * run), 0.85 * heat);
}
