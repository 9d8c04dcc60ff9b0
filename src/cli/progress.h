#pragma once

#include <string>
#include <string_view>

namespace syn::cli {

/// A bar on standard error that redraws one line; silent when standard error is no terminal, but
/// for one line at the end.
class ProgressBar {
 public:
  explicit ProgressBar(std::string title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// `share` 0..1 of the work, `what` is being done now.
  void show(double share, std::string_view what = {});

 private:
  std::string title_;
  bool terminal_;
  int lastPermille_ = -1;
};

}  // namespace syn::cli
