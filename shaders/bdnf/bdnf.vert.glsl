//VTK::System::Dec
in vec4 vertexMC;   // middle of a hippocampus
in vec3 normalMC;
in vec4 glowMC;     // structure id, unused, corner x, corner y
//SYN::include common/view
//SYN::include common/state
//SYN::include common/place
out vec2 corner;
out float level;

void main() {
  int id = int(glowMC.x + 0.5);
  level = effectRow(kBdnf).x;
  vec3 centreVC = inView(placedOn(id, vertexMC.xyz, vec3(0.0), vec4(0.0), false));
  float radius = 16.0 + 52.0 * level;
  // The glow lies in the tissue around, before and behind: its disc is drawn before all of it.
  vec3 nearVC = nearer(centreVC, radius);
  float scale = nearVC.z / centreVC.z;
  gl_Position = VCDCMatrix * vec4(nearVC + vec3(glowMC.zw * radius * scale, 0.0), 1.0);
  corner = glowMC.zw;
}
