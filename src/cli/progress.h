#pragma once

#include <string>
#include <string_view>

namespace syn::cli {

/// A bar on standard error that redraws one line; silent when standard error is no terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::string title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// `share` 0..1 of the work, `what` is being done now. Draws only when the share has moved by a
  /// thousandth.
  void show(double share, std::string_view what = {});

 private:
  std::string title_;
  bool terminal_;
  int lastPermille_ = -1;
};

}  // namespace syn::cli
