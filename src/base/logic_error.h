#pragma once

#include <stdexcept>

namespace syn {

/// A broken invariant: a bug of ours, never a mistake of the person. Exit code 3 in both programs.
class LogicError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace syn
