uniform float xray;      // 0 opaque .. 1 glass
uniform vec4 dissolve;   // glass only around a point: x, y, radius, softness in pixels; radius 0 = everywhere

float xrayHere() {
  if (dissolve.z <= 0.0) return xray;
  float away = distance(gl_FragCoord.xy, dissolve.xy);
  return xray * (1.0 - smoothstep(dissolve.z - dissolve.w, dissolve.z + dissolve.w, away));
}
