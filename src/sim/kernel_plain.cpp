#define SYN_KERNEL_NAMESPACE kernel_plain
#include "sim/kernel_step.h"

namespace syn::sim {

KernelSet kernels_plain() {
  return {kernel_plain::advance<kernel_plain::Batch, false>, kernel_plain::advance<double, false>,
          "plain"};
}

}  // namespace syn::sim
