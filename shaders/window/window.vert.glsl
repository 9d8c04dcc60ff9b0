//VTK::System::Dec
in vec4 vertexMC;   // middle of an aperture, outside the cortex
in vec3 normalMC;   // outward
in vec4 windowMC;   // which window: 0 vision, 1 language; unused; corner x, y
//SYN::include common/view
//SYN::include common/state
out vec2 corner;
out float open;

const float kRadiusMm = 13.0;

void main() {
  vec4 windows = effectRow(kWindows);
  open = windowMC.x < 0.5 ? windows.x : windows.y;
  vec3 positionVC = inView(vertexMC.xyz) + vec3(windowMC.zw * kRadiusMm, 0.0);
  gl_Position = VCDCMatrix * vec4(positionVC, 1.0);
  corner = windowMC.zw;
}
