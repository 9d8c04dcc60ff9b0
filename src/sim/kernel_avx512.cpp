#define SYN_KERNEL_NAMESPACE kernel_avx512
#include "sim/kernel_step.h"

namespace syn::sim {

KernelSet kernels_avx512() {
  return {kernel_avx512::advance<kernel_avx512::Batch, false>,
          kernel_avx512::advance<double, false>, "avx512"};
}

}  // namespace syn::sim
