#include "base/did_you_mean.h"

#include "base/error.h"

namespace syn {

std::string didYouMean(std::string_view word, const std::vector<std::string>& known,
                       std::string_view otherwise) {
  const std::string near = nearestWord(word, known);
  return near.empty() ? std::string(otherwise) : "; did you mean \"" + near + "\"?";
}

}  // namespace syn
