#pragma once

#include <memory>

namespace syn::render {

/// An OpenGL context without any window or display server (EGL surfaceless platform).
class HeadlessContext {
 public:
  /// Makes the context and makes it current. Throws Error with a remedy when there is no
  /// OpenGL 3.2.
  HeadlessContext();
  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

  void makeCurrent();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::render
