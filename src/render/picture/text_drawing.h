#pragma once

#include <memory>

namespace syn::render {

/// What a program without a window needs once before it draws text on pictures: Qt's fonts and
/// shaping, on its offscreen platform. Make it in `main`'s thread before the first picture with a
/// legend, and keep it until the last. Does nothing where a QGuiApplication exists already.
class TextDrawing {
 public:
  TextDrawing();
  TextDrawing(const TextDrawing&) = delete;
  TextDrawing& operator=(const TextDrawing&) = delete;
  ~TextDrawing();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace syn::render
