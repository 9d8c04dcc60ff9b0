//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec3 sideVC;
in float across;
in vec2 way;
in vec4 colour;
in vec3 traits;
uniform float time;       // seconds
uniform float nearestMm;
//SYN::include common/light
//SYN::include myelin/sheath
//SYN::include circuit/burn

const float kSecondsEndToEnd = 5.0;
const float kTail = 0.30;  // share of the strand

void main() {
  vec3 v = normalize(-positionVC);
  vec3 n = normalize(sideVC * across + v * sqrt(max(0.0, 1.0 - across * across)));
  vec3 light = litSolid(colour.rgb, n, v, 0.10 + 0.35 * traits.y);
  if (traits.z > 0.5) light = sheathed(light, n, v, way.x, traits.y);
  if (colour.a > 0.0) light = burning(light, n, v, way.x, way.y, colour.a, time);
  // A comet is a thin tail with a bright head; only some strands carry one at a time.
  float head = fract(time / kSecondsEndToEnd + way.y) * (1.0 + kTail);
  float behind = head - way.x;
  float chosen = step(fract(way.y * 17.31), traits.x);
  float comet = chosen * step(0.0, behind) * pow(clamp(1.0 - behind / kTail, 0.0, 1.0), 2.6);
  vec3 seen = fogged(shoulder(light * 1.15), (1.0 - comet) * (1.0 - colour.a) * (-positionVC.z - nearestMm));
  // More light than the screen can show: the rest becomes glow.
  seen += mix(colour.rgb, vec3(1.0, 0.97, 0.90), 0.7) * 1.9 * comet;
  gl_FragData[0] = vec4(seen, 1.0);
}
