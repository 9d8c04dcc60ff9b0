#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace syn::atlas {

/// Calls `job(i)` for i in [0, count) on `threads` threads. Jobs write to places of their own, so
/// that results never depend on the number of threads. Rethrows the first failure.
template <typename Job>
void parallelFor(std::size_t count, int threads, const Job& job) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failureGuard;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        job(i);
      } catch (...) {
        const std::lock_guard lock(failureGuard);
        if (!failure) failure = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    const auto wanted = std::min(static_cast<std::size_t>(std::max(threads, 1)), count);
    for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace syn::atlas
