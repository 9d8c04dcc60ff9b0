#pragma once

#include <string>
#include <string_view>

#include "words/language.h"

namespace syn::words {

/// An English message made strange, to see what a layout does with other languages: letters carry
/// accents, the text is about 40 % longer and stands in brackets, so that what is cut off or glued
/// together shows. Placeholders, branches and skeletons stay. Right to left, each run of text is
/// bracketed by Unicode's override characters. A pattern ICU cannot read comes back as it is.
[[nodiscard]] std::string pseudoMessage(std::string_view pattern, Direction direction);

}  // namespace syn::words
