//VTK::System::Dec
//VTK::Output::Dec
in vec3 positionVC;
in vec3 sideVC;
in float across;
in float along;
in vec3 traits;
uniform float time;       // seconds
uniform float nearestMm;
//SYN::include common/light

const vec3 kOldPath = vec3(0.93, 0.52, 0.20);
const vec3 kNewPath = vec3(0.36, 0.78, 0.95);
const float kSecondsEndToEnd = 4.0;

// A tube in the colour of its path. The one that is taken shines, and lights travel along it.
void main() {
  vec3 v = normalize(-positionVC);
  vec3 n = normalize(sideVC * across + v * sqrt(max(0.0, 1.0 - across * across)));
  vec3 colour = mix(kOldPath, kNewPath, step(0.5, traits.x));
  float taken = smoothstep(0.30, 0.70, traits.z);
  vec3 light = litSolid(colour * mix(0.34, 0.85, taken), n, v, 0.3);
  vec3 seen = fogged(shoulder(light), (1.0 - taken) * (-positionVC.z - nearestMm));
  float step = abs(fract(along * 3.0 - time * 3.0 / kSecondsEndToEnd) - 0.5) * 2.0;
  seen += colour * taken * (0.30 + 1.5 * pow(1.0 - step, 5.0)) * (0.4 + 0.6 * n.z * n.z);
  gl_FragData[0] = vec4(seen, 1.0);
}
