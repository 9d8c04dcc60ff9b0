//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec3 normalVC;
in vec4 colour;
in vec4 marks;
in float seam;
//SYN::include common/light
//SYN::include common/xray

const vec3 kNow = vec3(1.0, 0.945, 0.816);

// Living tissue: the baked shade carries the sulci, the lights carry the roundness.
vec3 tissueLight(vec3 n, vec3 v, float outline) {
  vec3 key = normalize(kKeyVC);
  float facing = clamp(dot(n, v), 0.0, 1.0);
  float wrapped = clamp((dot(n, key) + 0.25) / 1.25, 0.0, 1.0);
  float fill = 0.5 + 0.5 * dot(n, normalize(vec3(0.8, -0.35, 0.25)));
  float depthShade = clamp((marks.y - 0.32) / 0.70, 0.0, 1.15);
  vec3 hollow = mix(vec3(0.60, 0.30, 0.28), vec3(1.0), smoothstep(0.05, 0.75, depthShade));
  vec3 tissue = colour.rgb * hollow * (0.14 + 0.86 * depthShade);
  // Neighbouring regions are told apart by a soft line, not by their colours alone.
  tissue *= 1.0 - 0.40 * seam * (1.0 - smoothstep(0.0, 0.60, marks.x));
  vec3 light = tissue * vec3(1.06, 1.0, 0.95) * (0.10 + 1.55 * wrapped * (0.30 + 0.70 * wrapped));
  light += tissue * vec3(0.50, 0.66, 1.0) * 0.34 * fill;
  float turn = 1.0 - facing;
  light += kGlass * 0.22 * turn * turn * turn * (0.35 + 0.65 * fill) * depthShade;
  light += vec3(1.0, 0.96, 0.92) * 0.32 * pow(clamp(dot(n, normalize(key + v)), 0.0, 1.0), 34.0) * depthShade;
  light *= 1.0 + 0.22 * marks.w;
  return shoulder(mix(light * (1.0 + 0.25 * marks.z), kNow, 0.6 * outline));
}

// Glass: light gathers where the surface turns away; sulci stay readable. Alpha is its cover.
vec4 glassLight(vec3 n, vec3 v, float outline) {
  vec3 key = normalize(kKeyVC);
  float rim = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 2.6);
  float up = 0.5 + 0.5 * dot(n, key);
  float groove = clamp((0.88 - marks.y) / 0.5, 0.0, 1.0);
  vec3 light = kGlassBody * (0.030 + 0.115 * up * up) * (1.0 - 0.45 * groove);
  light += kGlass * 0.70 * rim * (0.40 + 0.85 * up);
  light += vec3(0.92, 0.96, 1.0) * 0.30 * pow(clamp(dot(n, normalize(key + v)), 0.0, 1.0), 60.0);
  light += kNow * (0.55 * outline + 0.05 * marks.z);
  return vec4(light, 0.035 + 0.50 * rim + 0.10 * groove);
}

void main() {
  if (colour.a < 0.5) discard;
  vec3 n = normalize(normalVC);
  vec3 v = normalize(-positionVC);
  if (dot(n, v) < 0.0) n = -n;
  // Chosen or hovered: the border of the region is drawn, and the region lit a little.
  float outline = marks.z * (1.0 - smoothstep(0.15, 0.65, marks.x));
  float x = xrayHere();
  vec4 seen = vec4(0.0);
  if (x < 1.0) seen += (1.0 - x) * vec4(tissueLight(n, v, outline), 1.0);
  if (x > 0.0) seen += x * glassLight(n, v, outline);
  gl_FragData[0] = seen;
}
