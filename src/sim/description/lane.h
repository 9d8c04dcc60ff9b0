#pragma once

#include <optional>

#include "base/json.h"
#include "sim/model.h"

namespace syn::sim {

/// Reads the block "lane" of an exposure or circuit file: how it is offered to somebody who edits a
/// life. Absent = it cannot be edited, only lived by a file. `row` says the range of doses.
[[nodiscard]] std::optional<LaneInfo> readLane(ObjectReader& in, const ExposureInfo& row);

/// Reads "ages", the first and the last age at which something can be lived at all.
void readAges(ObjectReader& in, double& fromAge, double& toAge);

}  // namespace syn::sim
