//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D picture;  // alpha: brightness
uniform vec2 texel;
uniform float smoothEdges;  // 1: soften stair steps

// Brings the picture to the window. Stair steps are found where brightness jumps between neighbours
// and blended along the edge.
void main() {
  vec4 here = texture(picture, texCoord);
  if (smoothEdges < 0.5) {
    gl_FragData[0] = vec4(here.rgb, 1.0);
    return;
  }
  float nw = texture(picture, texCoord + vec2(-0.5, 0.5) * texel).a;
  float ne = texture(picture, texCoord + vec2(0.5, 0.5) * texel).a;
  float sw = texture(picture, texCoord + vec2(-0.5, -0.5) * texel).a;
  float se = texture(picture, texCoord + vec2(0.5, -0.5) * texel).a;
  float low = min(here.a, min(min(nw, ne), min(sw, se)));
  float high = max(here.a, max(max(nw, ne), max(sw, se)));
  if (high - low < max(0.03, 0.11 * high)) {
    gl_FragData[0] = vec4(here.rgb, 1.0);
    return;
  }
  vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
  along = along / (min(abs(along.x), abs(along.y)) + 0.03 * (nw + ne + sw + se) + 1e-4);
  along = clamp(along, vec2(-6.0), vec2(6.0)) * texel;
  vec3 near = 0.5 * (texture(picture, texCoord - along / 6.0).rgb + texture(picture, texCoord + along / 6.0).rgb);
  vec4 far = 0.5 * (texture(picture, texCoord - 0.5 * along) + texture(picture, texCoord + 0.5 * along));
  vec3 both = 0.5 * (near + far.rgb);
  gl_FragData[0] = vec4(far.a < low || far.a > high ? near : both, 1.0);
}
