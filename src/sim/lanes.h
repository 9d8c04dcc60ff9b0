// Arithmetic on kLanes people at once, and the same words for one person. Included by the
// kernel_*.cpp files only (see kernel_step.h): which registers a batch uses follows the flags of
// the including file; the results do not, because lanes never meet and every operation is IEEE
// exact.

#include "sim/layout.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

#if defined(__AVX512F__)
inline constexpr int kWidth = 8;
#elif defined(__AVX__)
inline constexpr int kWidth = 4;
#else
inline constexpr int kWidth = 2;
#endif
inline constexpr int kParts = kLanes / kWidth;

typedef double Register
    __attribute__((vector_size(kWidth * sizeof(double)), aligned(sizeof(double)), may_alias));

/// kLanes doubles.
struct Batch {
  Register part[kParts];

  Batch() = default;
  explicit Batch(double x) {
    for (int i = 0; i < kParts; ++i) part[i] = Register{} + x;
  }
};

#define SYN_BATCH_OPERATOR(op)                                           \
  inline Batch operator op(const Batch& a, const Batch& b) {             \
    Batch r;                                                             \
    for (int i = 0; i < kParts; ++i) r.part[i] = a.part[i] op b.part[i]; \
    return r;                                                            \
  }                                                                      \
  inline Batch operator op(const Batch& a, double b) {                   \
    Batch r;                                                             \
    for (int i = 0; i < kParts; ++i) r.part[i] = a.part[i] op b;         \
    return r;                                                            \
  }                                                                      \
  inline Batch operator op(double a, const Batch& b) {                   \
    Batch r;                                                             \
    for (int i = 0; i < kParts; ++i) r.part[i] = a op b.part[i];         \
    return r;                                                            \
  }
SYN_BATCH_OPERATOR(+)
SYN_BATCH_OPERATOR(-)
SYN_BATCH_OPERATOR(*)
SYN_BATCH_OPERATOR(/)
#undef SYN_BATCH_OPERATOR

inline Batch& operator+=(Batch& a, const Batch& b) {
  return a = a + b;
}

inline Batch maximum(const Batch& a, const Batch& b) {
  Batch r;
  for (int i = 0; i < kParts; ++i) r.part[i] = a.part[i] > b.part[i] ? a.part[i] : b.part[i];
  return r;
}
inline Batch minimum(const Batch& a, const Batch& b) {
  Batch r;
  for (int i = 0; i < kParts; ++i) r.part[i] = a.part[i] < b.part[i] ? a.part[i] : b.part[i];
  return r;
}
/// 1 where x > 0, else 0.
inline Batch positive(const Batch& x) {
  Batch r;
  for (int i = 0; i < kParts; ++i) {
    r.part[i] = x.part[i] > Register{} ? Register{} + 1.0 : Register{};
  }
  return r;
}

/// Whether any lane is above 0. Only for leaving out work that would change nothing.
inline bool anyPositive(const Batch& x) {
  bool any = false;
  for (int i = 0; i < kParts; ++i) {
    for (int j = 0; j < kWidth; ++j) any = any || x.part[i][j] > 0.0;
  }
  return any;
}
inline bool anyPositive(double x) {
  return x > 0.0;
}

inline double maximum(double a, double b) {
  return a > b ? a : b;
}
inline double minimum(double a, double b) {
  return a < b ? a : b;
}
inline double positive(double x) {
  return x > 0.0 ? 1.0 : 0.0;
}

template <class Real>
Real absolute(const Real& x) {
  return maximum(x, 0.0 - x);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
