#define SYN_KERNEL_NAMESPACE kernel_avx2
#include "sim/kernel_step.h"

namespace syn::sim {

KernelSet kernels_avx2() {
  return {kernel_avx2::advance<kernel_avx2::Batch, false>, kernel_avx2::advance<double, false>,
          "avx2"};
}

}  // namespace syn::sim
