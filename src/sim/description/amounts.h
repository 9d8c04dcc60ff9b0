#pragma once

#include <string>

namespace syn::sim {

/// What something does to a region, to a connection, or through an exposure.
struct RegionAmount {
  std::string region;
  double amount = 0;
};
struct ConnectionAmount {
  std::string from, to;
  double amount = 0;
};
struct ExposureAmount {
  std::string exposure;
  double amount = 0;
};

}  // namespace syn::sim
