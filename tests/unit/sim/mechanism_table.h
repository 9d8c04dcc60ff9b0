#pragma once

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "mechanism_bench.h"

namespace syn::sim {

using B = MechanismBench;

/// One mechanism: a row sets up a person, changes one thing, and says by how much what it reads,
/// mostly the rate of a state, must change.
struct Row {
  const char* name;
  std::function<void(B&)> setup;
  std::function<void(B&)> change;
  std::function<double(B&)> read;
  /// The change of what is read, from the bench as set up.
  std::function<double(B&)> expected;
};

inline std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

/// Tested in mechanisms_learning_test.cpp; every file of mechanisms adds its rows.
class Mechanism : public ::testing::TestWithParam<Row> {};

inline std::string nameOf(const ::testing::TestParamInfo<Row>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

inline std::function<double(B&)> rateOf(ScalarState state) {
  return [state](B& b) { return b.rate(state); };
}
inline const auto kNothing = [](B&) { return 0.0; };
inline const auto kFixed = [](B& b) { b.context.fixedBrain = true; };
inline const auto kOld = [](B& b) { b.setAge(80); };

inline double saturated(double drive, double most) {
  return drive * most / (most + std::abs(drive));
}

inline const auto kHippocampus = [](B& b) { return b.left("hippocampus"); };
inline std::function<double(B&)> atHippocampus(int Layout::*array) {
  return [array](B& b) { return b.rate(b.at.*array + b.left("hippocampus")); };
}
inline double volumeRate(B& b) {
  return b.age(kAgeVolumeRecovery) / b.p.volumeTauWeeks;
}

inline constexpr int kEdge = 3;
inline std::function<double(B&)> atEdge(int Layout::*array) {
  return [array](B& b) { return b.rate(b.at.*array + kEdge); };
}
inline std::function<void(B&)> using_(double x) {
  return [x](B& b) { b.input(b.at.inUse + kEdge) = x - 1; };
}

}  // namespace syn::sim
