//VTK::System::Dec
in vec4 vertexMC;   // middle of an aperture, outside the cortex
in vec3 normalMC;   // outward
in vec4 windowMC;   // which window: 0 vision, 1 language; unused; corner x, y
uniform mat4 MCVCMatrix;
uniform mat4 VCDCMatrix;
//SYN::include common/state
out vec2 corner;
out float open;

const float kRadiusMm = 13.0;

void main() {
  vec4 windows = effectRow(kWindows);
  open = windowMC.x < 0.5 ? windows.x : windows.y;
  vec3 centreVC = (MCVCMatrix * vec4(vertexMC.xyz, 1.0)).xyz;
  vec3 positionVC = centreVC + vec3(windowMC.zw * kRadiusMm, 0.0);
  gl_Position = VCDCMatrix * vec4(positionVC, 1.0);
  corner = windowMC.zw;
}
