#include "base/message.h"

#include <algorithm>

namespace syn {

bool operator==(const Message& a, const Message& b) {
  const auto same = [](const Message::Argument& x, const Message::Argument& y) {
    return x.name == y.name && x.value == y.value;
  };
  return a.key == b.key && std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(),
                                      b.arguments.end(), same);
}

}  // namespace syn
