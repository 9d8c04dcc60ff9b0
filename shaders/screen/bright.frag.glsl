//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D solids;
uniform vec2 texel;  // of `solids`

// Quarter-size picture of what shines (rgb) and where the solid parts are (alpha).
void main() {
  vec4 sum = vec4(0.0);
  for (int y = 0; y < 2; ++y) {
    for (int x = 0; x < 2; ++x) {
      vec4 c = texture(solids, texCoord + (vec2(x, y) * 2.0 - 1.0) * texel);
      float peak = max(c.r, max(c.g, c.b));
      float over = max(0.0, peak - 0.42) / max(peak, 1e-3);
      sum += vec4(c.rgb * over * c.a, c.a);
    }
  }
  gl_FragData[0] = 0.25 * sum;
}
