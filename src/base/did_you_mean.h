#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace syn {

/// The end of a sentence that refuses an unknown word: `; did you mean "near"?` with the known word
/// nearest to it, or `otherwise` when none is near.
[[nodiscard]] std::string didYouMean(std::string_view word, const std::vector<std::string>& known,
                                     std::string_view otherwise = ".");

}  // namespace syn
