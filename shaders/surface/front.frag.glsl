//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec3 normalVC;
in vec4 colour;
in vec4 marks;
//SYN::include common/light
//SYN::include common/xray

void main() {
  if (colour.a < 0.5) discard;
  vec3 n = normalize(normalVC);
  vec3 v = normalize(-positionVC);
  if (dot(n, v) < 0.0) n = -n;
  vec3 key = normalize(kKeyVC);
  vec3 halfway = normalize(key + v);
  float facing = clamp(dot(n, v), 0.0, 1.0);
  float shade = marks.y;

  // Living tissue: the baked shade carries the sulci, the lights carry the roundness.
  float wrapped = clamp((dot(n, key) + 0.25) / 1.25, 0.0, 1.0);
  float fill = 0.5 + 0.5 * dot(n, normalize(vec3(0.8, -0.35, 0.25)));
  float depthShade = clamp((shade - 0.32) / 0.70, 0.0, 1.15);
  vec3 hollow = mix(vec3(0.60, 0.30, 0.28), vec3(1.0), smoothstep(0.05, 0.75, depthShade));
  vec3 tissue = colour.rgb * hollow * (0.14 + 0.86 * depthShade);
  vec3 opaque = tissue * vec3(1.06, 1.0, 0.95) * (0.10 + 1.55 * wrapped * (0.30 + 0.70 * wrapped));
  opaque += tissue * vec3(0.50, 0.66, 1.0) * 0.34 * fill;
  opaque += kGlass * 0.22 * pow(1.0 - facing, 3.0) * (0.35 + 0.65 * fill) * depthShade;
  opaque += vec3(1.0, 0.96, 0.92) * 0.22 * pow(clamp(dot(n, halfway), 0.0, 1.0), 34.0) * depthShade;
  opaque *= 1.0 + 0.22 * marks.w;

  // Glass: light gathers where the surface turns away; sulci stay readable.
  float turn = 1.0 - facing;
  float rim = pow(turn, 2.6);
  float up = 0.5 + 0.5 * dot(n, key);
  float groove = clamp((0.88 - shade) / 0.5, 0.0, 1.0);
  vec3 glass = kGlassBody * (0.030 + 0.115 * up * up) * (1.0 - 0.45 * groove);
  glass += kGlass * 0.70 * rim * (0.40 + 0.85 * up);
  glass += vec3(0.92, 0.96, 1.0) * 0.30 * pow(clamp(dot(n, halfway), 0.0, 1.0), 60.0);
  float cover = 0.035 + 0.50 * rim + 0.10 * groove;

  // Chosen or hovered: the border of the region is drawn, and the region lit a little.
  float outline = marks.z * (1.0 - smoothstep(0.06, 0.20, marks.x));
  opaque = mix(opaque * (1.0 + 0.18 * marks.z), vec3(1.0, 0.945, 0.816), 0.85 * outline);
  glass += vec3(1.0, 0.945, 0.816) * (0.55 * outline + 0.05 * marks.z);

  float x = xrayHere();
  gl_FragData[0] = vec4(mix(shoulder(opaque), glass, x), mix(1.0, cover, x));
}
