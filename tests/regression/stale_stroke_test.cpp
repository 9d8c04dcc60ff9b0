// A stroke that was added to a computed life was not drawn, and one that was taken away stayed.
#include <gtest/gtest.h>

#include "session/life_computer.h"
#include "sim/model.h"

namespace syn::session {
namespace {

/// A stroke of the left motor cortex.
sim::Entry strokeAt(double age) {
  sim::Entry stroke;
  stroke.exposure = "stroke";
  stroke.region = "motor";
  stroke.hemisphere = "left";
  stroke.dose.mean = 0.6;
  stroke.fromWeek = stroke.toWeek = age * 52;
  return stroke;
}

TEST(StaleStroke, WhatIsDrawnFollowsEveryEdit) {
  const auto model = sim::Model::load(std::string(SYN_SOURCE_DIR) + "/data");
  const Catalogue& catalogue = model->catalogue();
  const auto motor = static_cast<std::size_t>(
      catalogue.structureIndex(catalogue.regionIndex("motor").value(), Hemisphere::left).value());
  ComputedLife life(model, {});
  const auto lesionAt = [&](double age) { return life.frames.at(age).structures[motor].lesion; };
  EXPECT_EQ(lesionAt(70), 0);
  life.edit({strokeAt(60)});
  EXPECT_EQ(lesionAt(59), 0);
  EXPECT_FLOAT_EQ(lesionAt(70), 0.6F);
  life.edit({strokeAt(60), strokeAt(65)});
  EXPECT_FLOAT_EQ(lesionAt(62), 0.6F);
  EXPECT_FLOAT_EQ(lesionAt(70), 0.84F);
  life.edit({strokeAt(75)});
  EXPECT_EQ(lesionAt(70), 0);
  EXPECT_FLOAT_EQ(lesionAt(80), 0.6F);
  life.edit({});
  EXPECT_EQ(lesionAt(80), 0);
}

}  // namespace
}  // namespace syn::session
