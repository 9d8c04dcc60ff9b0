#pragma once

#include <string>

#include "base/error.h"
#include "sim/schedule.h"

namespace syn::sim {

/// A number as messages show it: six digits at most, no zeros at the end.
[[nodiscard]] std::string numberText(double value);

/// What is wrong with an entry: `place` is the field, `message` goes on after the exposure's name.
[[nodiscard]] Issue refusal(const Entry& entry, std::string place, std::string rule,
                            const std::string& message);

}  // namespace syn::sim
