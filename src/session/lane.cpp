#include "session/lane.h"

#include <algorithm>

#include "session/life.h"

namespace syn::session {

Lanes lanesOf(const sim::Model& model) {
  std::vector<const sim::ExposureInfo*> shown;
  for (const sim::ExposureInfo& info : model.exposures()) {
    if (info.lane) shown.push_back(&info);
  }
  std::ranges::stable_sort(shown, {}, [](const auto* info) { return info->lane->order; });
  auto lanes = std::make_shared<std::vector<Lane>>();
  for (const sim::ExposureInfo* info : shown) {
    Lane lane;
    lane.exposure = info->id;
    lane.family = info->lane->family;
    lane.unit = info->unit;
    lane.low = info->low;
    lane.high = std::min(info->high, info->lane->highest);
    lane.baseline = info->baseline;
    lane.typical = info->lane->typical;
    lane.step = info->lane->step;
    lane.years = info->event ? 0 : info->lane->years;
    lane.fromAge = std::max(info->fromAge, 0.0);
    lane.toAge = std::min(info->toAge, Life::kEnd);
    lane.condition = info->condition;
    lane.event = info->event;
    lane.open = info->lane->open;
    lane.with = info->lane->with;
    lane.fields = info->fields;
    lane.targets = info->targets;
    lanes->push_back(std::move(lane));
  }
  return lanes;
}

int laneIndex(const std::vector<Lane>& lanes, const std::string& exposure) {
  const auto found = std::ranges::find(lanes, exposure, &Lane::exposure);
  return found == lanes.end() ? -1 : static_cast<int>(found - lanes.begin());
}

}  // namespace syn::session
