// Where a place in or on a part is drawn: it goes along with the part. `spanMC` is how far it moves
// when the cortex there becomes twice as thick; w: how far inside its region it is. Needs
// common/state.
vec3 placedOn(int id, vec3 restMC, vec3 outwardMC, vec4 spanMC, bool wall) {
  vec4 motion = structureRow(id, kMotion);
  vec3 factors = structureRow(id, kThickness).xyz;
  float factor = wall ? mix(factors.y, factors.x, spanMC.w) : factors.z;
  float grown = wall ? structureRow(id, kLight).w * spanMC.w : motion.w;
  return restMC + motion.xyz + spanMC.xyz * (factor - 1.0) + outwardMC * grown;
}

bool onWall(int id) { return structureRow(id, kSurfaceColour).a > 0.5; }
bool isSolid(int id) { return structureRow(id, kSolidColour).a > 0.5; }
