#pragma once

#include "render/brain_renderer.h"

namespace syn::test {

/// How alike two pictures of the same size are to the eye: 1 the same, 0 nothing in common.
///
/// Structural similarity (Wang et al. 2004) of lightness and both opponent colours in OKLab, each
/// picture first halved: windows of 8x8 pixels, every 4. The mean counts a window as much as it is
/// drawn on in either picture; what is drawn is what differs from the colour along the edge. So
/// that a small loss does not drown in a large picture, the ground by itself and the worst tile
/// count too: the least of the three is returned, the tile's loss divided by `kTileAllowance`.
///
/// Measured on our pictures: 0.993 and more with other samples for smooth edges, 0.974 with another
/// rasterizer (softpipe for llvmpipe); one other digit in a sentence is below 0.97. Symmetric.
/// Throws std::invalid_argument: different sizes, fewer than 16x16 pixels, an array of another
/// length.
double similarity(const render::Image& a, const render::Image& b);

/// Where two pictures differ: the absolute difference of each channel, four times as strong.
/// Throws as `similarity` does.
render::Image difference(const render::Image& a, const render::Image& b);

}  // namespace syn::test
