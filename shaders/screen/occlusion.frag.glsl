//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D frontDepths;
uniform sampler2D solidDepths;
uniform vec2 clip;       // near, far in mm
uniform vec2 pixel;      // one pixel of a picture 1080 high, in texture coordinates
uniform float round;      // passes so far: each looks in other directions
uniform int rings;       // radii used: 3, 9, 28 pixels

//SYN::include common/xray

float millimetres(float depth) { return clip.x * clip.y / (clip.y - depth * (clip.y - clip.x)); }

// Share of nearby places that stand in front, at up to three radii; far ones do not count.
void main() {
  // In glass the solid parts shade each other, in tissue the surface itself.
  bool glass = xrayHere() > 0.5;
  float here = glass ? texture(solidDepths, texCoord).r : texture(frontDepths, texCoord).r;
  if (here >= 1.0) {
    gl_FragData[0] = vec4(1.0);
    return;
  }
  float depth = millimetres(here);
  float turn = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) * 6.2831853 + round * 2.3999632;
  float hidden = 0.0;
  float radius = 3.0;
  for (int ring = 0; ring < rings; ++ring) {
    float reach = radius * 0.42;  // mm in front that still count as near
    float sum = 0.0;
    for (int i = 0; i < 6; ++i) {
      float angle = turn + float(i) * 1.0471976 + float(ring);
      vec2 at = texCoord + vec2(cos(angle), sin(angle)) * radius * pixel;
      float there = glass ? texture(solidDepths, at).r : texture(frontDepths, at).r;
      float ahead = depth - millimetres(there);
      sum += smoothstep(0.10 * reach, 0.8 * reach, ahead) * (1.0 - smoothstep(2.0 * reach, 5.0 * reach, ahead));
    }
    hidden += sum / 6.0;
    radius *= 3.05;
  }
  gl_FragData[0] = vec4(1.0 - clamp(hidden / float(max(rings, 1)) * 1.15, 0.0, 0.85));
}
