#include "sim/kernel.h"

#include <array>

namespace syn::sim {

KernelSet kernels_plain();
KernelSet kernels_avx2();
KernelSet kernels_avx512();

namespace {

struct Available {
  std::array<KernelSet, 3> sets;
  int count = 0;
};

const Available& available() {
  static const Available found = [] {
    Available a;
    a.sets[static_cast<std::size_t>(a.count++)] = kernels_plain();
    if (__builtin_cpu_supports("avx2"))
      a.sets[static_cast<std::size_t>(a.count++)] = kernels_avx2();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl")) {
      a.sets[static_cast<std::size_t>(a.count++)] = kernels_avx512();
    }
    return a;
  }();
  return found;
}

}  // namespace

const KernelSet& fastestKernels() {
  return available().sets[static_cast<std::size_t>(available().count - 1)];
}

int availableKernels(const KernelSet** sets) {
  *sets = available().sets.data();
  return available().count;
}

}  // namespace syn::sim
