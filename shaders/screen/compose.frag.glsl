//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D back;         // far wall of the glass
uniform sampler2D solids;
uniform sampler2D solidDepths;
uniform sampler2D front;        // near wall: tissue, glass or between
uniform sampler2D frontDepths;
uniform sampler2D glow;         // blurred light of the solids; alpha: where they are
uniform sampler2D wideGlow;
uniform sampler2D occlusion;
uniform vec2 size;              // pixels
uniform float inside;           // 1: back, solids and glow were drawn
uniform float useGlow;
uniform float useOcclusion;
//SYN::include common/xray

const vec3 kMiddle = vec3(0.0627, 0.0941, 0.1490);   // #101826
const vec3 kHalf = vec3(0.0392, 0.0588, 0.0941);     // #0A0F18
const vec3 kGround = vec3(0.0196, 0.0275, 0.0431);   // #05070B
const float kThinnest = 0.76;   // share of the glass taken away over solid parts

vec3 ground(vec2 at) {
  float away = length((at - vec2(0.5, 0.54)) * vec2(size.x / size.y, 1.0)) / 0.95;
  return away < 0.48 ? mix(kMiddle, kHalf, smoothstep(0.0, 0.48, away))
                     : mix(kHalf, kGround, smoothstep(0.48, 1.0, away));
}

// The brain in front of the ground; called only where there is any.
vec3 brain(vec3 picture, float nearDepth, float solidDepth, vec4 solid) {
  vec4 halo = vec4(0.0);
  vec4 wide = vec4(0.0);
  float shadow = useOcclusion > 0.5 ? texture(occlusion, texCoord).r : 1.0;
  if (inside > 0.5) {
    vec4 wall = texture(back, texCoord);
    picture = picture * (1.0 - wall.a) + wall.rgb;
    if (useGlow > 0.5) {
      halo = texture(glow, texCoord);
      wide = texture(wideGlow, texCoord);
    }
    // Light of the solids also falls into the glass around them.
    picture += 0.35 * wide.rgb;
    // Light without depth lies over the walls as it is; only what is solid stands in shadow.
    picture = picture * (1.0 - solid.a) + solid.rgb * (solidDepth < 1.0 ? mix(0.30, 1.0, shadow) : 1.0);
  }
  float seen = 1.0;  // share of the light within that reaches the eye
  if (nearDepth < 1.0 && nearDepth <= solidDepth) {
    vec4 near = texture(front, texCoord);
    float x = xrayHere();
    float window = clamp(halo.a * 1.35, 0.0, 1.0) * inside;
    float kept = 1.0 - kThinnest * window * x;
    float cover = mix(near.a, near.a * kept, x);
    vec3 light = near.rgb * mix(mix(0.42, 1.0, shadow), kept, x);
    picture = picture * (1.0 - cover) + light;
    seen = x;
  }
  return picture + (0.85 * halo.rgb + 0.55 * wide.rgb) * seen;
}

void main() {
  vec3 picture = ground(texCoord);
  float nearDepth = texture(frontDepths, texCoord).r;
  float solidDepth = inside > 0.5 ? texture(solidDepths, texCoord).r : 1.0;
  vec4 solid = inside > 0.5 ? texture(solids, texCoord) : vec4(0.0);
  bool lit = max(solid.r, max(solid.g, solid.b)) > 0.0;
  if (min(nearDepth, solidDepth) < 1.0 || lit) picture = brain(picture, nearDepth, solidDepth, solid);
  // An even pattern of half a step hides the bands of dark gradients.
  ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
  int mixed = cell.x ^ cell.y;
  int order = ((mixed & 1) << 3) | ((cell.y & 1) << 2) | ((mixed & 2)) | ((cell.y & 2) >> 1);
  picture += ((float(order) + 0.5) / 16.0 - 0.5) / 255.0;
  gl_FragData[0] = vec4(picture, dot(picture, vec3(0.299, 0.587, 0.114)));
}
