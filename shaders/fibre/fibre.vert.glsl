//VTK::System::Dec
in vec4 vertexMC;   // a point of the strand's middle line
in vec3 normalMC;   // its tangent
in vec4 fibreMC;    // slot, way along the strand 0..1, rank among its strands 0..1, side -1 or 1
//SYN::include common/view
//SYN::include common/state
out vec3 positionVC;
out vec3 sideVC;
out float across;
out vec2 way;       // along, seed
out vec4 colour;
out vec3 traits;    // comet share, myelin, 1 where sheaths are drawn

float hash(float x) { return fract(sin(x * 91.345) * 47453.545); }

void main() {
  int slot = int(fibreMC.x + 0.5);
  vec4 strands = connectionRow(slot, kStrands);
  float along = fibreMC.y;
  // New strands grow from both ends until they meet; pruned ones thin and draw back to their ends.
  float grown = clamp((strands.x - fibreMC.z) * 12.0, 0.0, 1.0);
  float tip = smoothstep(0.0, 0.05, grown * 0.55 - min(along, 1.0 - along));
  float ends = smoothstep(0.0, 0.03, along) * smoothstep(0.0, 0.03, 1.0 - along);
  vec3 centreVC = inView(vertexMC.xyz);
  vec3 tangentVC = mat3(MCVCMatrix) * normalMC;
  sideVC = normalize(cross(tangentVC, centreVC) + vec3(1e-6));
  float radius = strands.y * tip * (0.35 + 0.65 * grown) * (0.35 + 0.65 * ends) * (0.75 + 0.5 * hash(fibreMC.z + 0.37));
  positionVC = centreVC + sideVC * fibreMC.w * radius;
  gl_Position = grown <= 0.0 ? kOutsideDC : VCDCMatrix * vec4(positionVC, 1.0);
  across = fibreMC.w;
  way = vec2(along, hash(fibreMC.z * 7.13 + fibreMC.x * 0.731));
  colour = connectionRow(slot, kColour);
  traits = vec3(strands.zw, effectRow(kMyelin).x);
}
