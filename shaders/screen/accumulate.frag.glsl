//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D picture;
uniform float share;  // of this pass in the mean of all passes so far

void main() { gl_FragData[0] = vec4(texture(picture, texCoord).rgb, share); }
