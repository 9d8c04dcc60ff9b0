// A patch of what strokes destroyed, flat on its part. Needs common/view, state and place.
in vec4 vertexMC;   // place on the part
in vec3 normalMC;   // outward
in vec4 spanMC;     // of the place (common/place)
in vec4 lesionMC;   // rank from the middle of its part outwards 0..1; structure id; corner in mm
out vec2 corner;
out float depth;    // 1 in the middle of what is lost, 0 at its edge

const float kOutwardMm = 0.8;

vec4 patchDC(bool wall, float beforeMm) {
  int id = int(lesionMC.y + 0.5);
  float lost = structureRow(id, kDamage).x;
  float grown = smoothstep(0.0, 0.04, lost - lesionMC.x);
  vec3 n = normalize(normalMC);
  vec3 u = normalize(cross(n, abs(n.z) < 0.9 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0)));
  vec3 w = cross(n, u);
  vec3 posMC = placedOn(id, vertexMC.xyz, n, spanMC, wall);
  posMC += n * kOutwardMm + (u * lesionMC.z + w * lesionMC.w) * grown;
  corner = sign(lesionMC.zw);
  depth = clamp((lost - lesionMC.x) / 0.25, 0.0, 1.0);
  bool shown = grown > 0.0 && (wall ? onWall(id) : isSolid(id));
  return shown ? VCDCMatrix * vec4(nearer(inView(posMC), beforeMm), 1.0) : kOutsideDC;
}
