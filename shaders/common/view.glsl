// From places in the brain, mm, to places before the eye (VC, mm) and on the screen (DC).
uniform mat4 MCVCMatrix;
uniform mat4 VCDCMatrix;
uniform mat4 MCDCMatrix;

const vec4 kOutsideDC = vec4(2.0, 2.0, 2.0, 1.0);  // where nothing is drawn

vec3 inView(vec3 posMC) { return (MCVCMatrix * vec4(posMC, 1.0)).xyz; }
// Nearer to the eye by so many mm, on the same ray: drawn before what is around it.
vec3 nearer(vec3 posVC, float mm) { return posVC * (1.0 - mm / length(posVC)); }
