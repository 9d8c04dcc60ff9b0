#pragma once

#include "render/brain_renderer.h"

namespace syn::test {

/// Structural similarity (Wang et al. 2004) of the brightness of two pictures of the same size,
/// each first halved: mean over 8x8 windows every 4 pixels. What the number means here:
/// 1 the same; above 0.99 another driver or a pixel of jitter; 0.97 to 0.99 a small part changed;
/// below 0.95 anyone sees the difference.
double similarity(const render::Image& a, const render::Image& b);

/// Where two pictures differ: brightness of the absolute difference, four times as strong.
render::Image difference(const render::Image& a, const render::Image& b);

}  // namespace syn::test
