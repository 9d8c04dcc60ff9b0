#define SYN_KERNEL_NAMESPACE kernel_plain
#include "sim/kernel_step.h"

namespace syn::sim {

KernelSet kernels_plain() {
  return {kernel_plain::advance<kernel_plain::Batch>, kernel_plain::advance<double>, "plain"};
}

}  // namespace syn::sim
