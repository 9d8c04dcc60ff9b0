//VTK::System::Dec
//VTK::Output::Dec
in vec2 corner;
in vec3 traits;

// A grain of memory: golden where it was stored first, blue where it settles for good.
void main() {
  float away = length(corner);
  if (away > 1.0) discard;
  vec3 colour = mix(vec3(1.0, 0.78, 0.26), vec3(0.42, 0.72, 1.0), smoothstep(0.2, 0.9, traits.x));
  float cell = 1.0 - smoothstep(0.34, 0.52, away);
  float halo = pow(1.0 - away, 2.2) * (0.30 + 0.50 * traits.y);
  gl_FragData[0] = vec4(colour * (cell * 1.15 + halo), cell);
}
