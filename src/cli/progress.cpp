#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace syn::cli {
namespace {
constexpr int kWidth = 32;
}

ProgressBar::ProgressBar(std::string title)
    : title_(std::move(title)), terminal_(::isatty(STDERR_FILENO) != 0) {}

ProgressBar::~ProgressBar() {
  if (terminal_ && lastPermille_ >= 0) std::fputc('\n', stderr);
}

void ProgressBar::show(double share, std::string_view what) {
  const int permille = static_cast<int>(std::clamp(share, 0.0, 1.0) * 1000);
  if (!terminal_ || permille == lastPermille_) return;
  lastPermille_ = permille;
  const int full = permille * kWidth / 1000;
  const std::string bar = std::string(static_cast<std::size_t>(full), '#') +
                          std::string(static_cast<std::size_t>(kWidth - full), '.');
  std::fprintf(stderr, "\r%s [%s] %3d %% %-28.*s", title_.c_str(), bar.c_str(), permille / 10,
               static_cast<int>(what.size()), what.data());
  std::fflush(stderr);
}

}  // namespace syn::cli
