#define SYN_KERNEL_NAMESPACE kernel_scalar
#include "sim/kernel_step.h"

namespace syn::sim {

void advanceScalar(const KernelContext& context, double* state, const double* inputs, int fromWeek,
                   int toWeek) {
  kernel_scalar::advance<double, true>(context, state, inputs, fromWeek, toWeek);
}

void lifeDerivative(const KernelContext& context, const double* state, const double* inputs,
                    int week, double* derivative) {
  kernel_scalar::step<double>(context, kernel_scalar::Derivative{state, derivative, context.dt},
                              inputs, week);
}

}  // namespace syn::sim
