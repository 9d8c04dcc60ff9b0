#include "sim/description/lane.h"

namespace syn::sim {
namespace {

constexpr Range kShare{0, 1, ""};

/// What a span just added says beside its dose; the model checks it with every life.
Entry readRest(ObjectReader& lane) {
  Entry rest;
  const auto node = lane.object("with", false);
  if (!node) return rest;
  ObjectReader in(*node, lane.issues());
  rest.novelty = in.optionalNumber("novelty", kShare);
  rest.challenge = in.optionalNumber("challenge", kShare);
  rest.skill = in.text("skill", "");
  rest.target = in.text("target", "");
  rest.region = in.text("region", "");
  rest.hemisphere = in.text("hemisphere", "");
  rest.from = in.text("from", "");
  rest.to = in.text("to", "");
  rest.path = in.text("path", "");
  in.finish();
  return rest;
}

}  // namespace

std::optional<LaneInfo> readLane(ObjectReader& in, const ExposureInfo& row) {
  const auto node = in.object("lane", false);
  if (!node) return std::nullopt;
  const Range doses{row.low, row.high, row.unit};
  ObjectReader reader(*node, in.issues());
  LaneInfo lane;
  lane.family = reader.text("family");
  lane.order = reader.integer("order", {0, 10000, ""});
  lane.open = reader.boolean("open", false);
  lane.highest = reader.number("highest", doses, row.high);
  lane.typical = reader.number("typical", doses);
  lane.step = reader.number("step", {1e-6, 1e6, row.unit});
  lane.years = reader.number("years", {0, 100, "years"}, 10);
  lane.with = readRest(reader);
  if (lane.typical > lane.highest) {
    reader.fail("typical", "order", "\"typical\" must not lie above \"highest\".");
  }
  reader.finish();
  return lane;
}

void readAges(ObjectReader& in, double& fromAge, double& toAge) {
  const std::vector<double> ages = in.numbers("ages", {0, 200, "years"}, false);
  if (ages.size() == 2 && ages[0] < ages[1]) {
    fromAge = ages[0];
    toAge = ages[1];
  } else if (in.has("ages")) {
    in.fail("ages", "length", "\"ages\" are two, the first and the last at which it can be lived.");
  }
}

}  // namespace syn::sim
