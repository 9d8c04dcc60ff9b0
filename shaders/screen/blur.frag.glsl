//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D source;
uniform vec2 stride;  // one step of one standard deviation / 2, in texture coordinates

// Gaussian of standard deviation 2 strides along one direction.
void main() {
  vec4 sum = texture(source, texCoord) * 0.1995;
  sum += (texture(source, texCoord + stride) + texture(source, texCoord - stride)) * 0.1760;
  sum += (texture(source, texCoord + 2.0 * stride) + texture(source, texCoord - 2.0 * stride)) * 0.1210;
  sum += (texture(source, texCoord + 3.0 * stride) + texture(source, texCoord - 3.0 * stride)) * 0.0648;
  sum += (texture(source, texCoord + 4.0 * stride) + texture(source, texCoord - 4.0 * stride)) * 0.0270;
  sum += (texture(source, texCoord + 5.0 * stride) + texture(source, texCoord - 5.0 * stride)) * 0.0114;
  gl_FragData[0] = sum;
}
