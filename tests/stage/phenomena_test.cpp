// The model's number and the picture's measured difference side by side: what changes in the model
// changes what is drawn, and what does not change it leaves the picture alone. Prints the table.
// Every picture has a baseline; accept new ones, after looking at them, with
// SYN_ACCEPT_BASELINES=1.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <gtest/gtest.h>

#include "render/brain_renderer.h"
#include "render/headless_context.h"
#include "render/snapshot.h"
#include "session/session.h"
#include "support/similarity.h"

namespace syn {
namespace {

namespace fs = std::filesystem;
using sim::Measure;
using sim::Quantity;

constexpr int kWidth = 320, kHeight = 180;
constexpr int kVisible = 12;          // steps of 255 in a channel that an eye tells apart
constexpr double kLeastAlike = 0.97;  // baselines hold fewer colours than are drawn
constexpr double kLeastShare = 0.02;  // of the drawn pixels

const fs::path kSource = SYN_SOURCE_DIR;
const fs::path kBaselines = kSource / "tests" / "render" / "phenomena";

Measure of(Quantity quantity, void (*with)(Measure&) = nullptr) {
  Measure measure;
  measure.quantity = quantity;
  if (with != nullptr) with(measure);
  return measure;
}
Measure connection(const char* from, const char* to) {
  Measure measure = of(Quantity::connection);
  measure.from = from;
  measure.to = to;
  return measure;
}
Measure region(Quantity quantity, const char* id, const char* side = "both") {
  Measure measure = of(quantity);
  measure.region = id;
  measure.hemisphere = side;
  return measure;
}
Measure symptoms(const char* condition) {
  Measure measure = of(Quantity::symptomSeverity);
  measure.condition = condition;
  return measure;
}
Measure path(const char* which) {
  Measure measure = of(Quantity::habitStrength);
  measure.path = which;
  return measure;
}

/// A phenomenon, the model's number that it is about, and which way that moves.
struct Phenomenon {
  const char* number;
  const char* name;
  Measure measure;
  int direction;  ///< 1 up, -1 down, 0 does not move
};

std::vector<Phenomenon> phenomena() {
  return {
      {"01", "connection", connection("parahippocampal", "hippocampus"), 1},
      {"02", "connection", connection("parietal", "motor"), 1},
      {"03", "new path", path("new"), 1},
      {"04", "new path taken", of(Quantity::choiceNewPath), 1},
      {"05", "new neurons a day", of(Quantity::newNeuronsPerDay), 1},
      {"06", "connection", connection("parietal", "dlpfc"), -1},
      {"07", "growth factor", of(Quantity::bdnf), 1},
      {"08", "memory in the cortex", of(Quantity::consolidatedMemory), 1},
      {"09", "amyloid", of(Quantity::amyloid), 1},
      {"10", "growth factor", of(Quantity::bdnf), -1},
      {"11", "density, motor", region(Quantity::density, "motor"), 1},
      {"12", "density, insula", region(Quantity::density, "insula"), 1},
      {"13", "reactivity, amygdala", region(Quantity::reactivity, "amygdala"), 1},
      {"14", "symptoms, addiction", symptoms("addiction"), 1},
      {"15", "symptoms, OCD", symptoms("ocd"), -1},
      {"16", "symptoms, PTSD", symptoms("ptsd"), -1},
      {"17", "new neurons a day", of(Quantity::newNeuronsPerDay), 1},
      {"18", "sight", of(Quantity::visionAcuity), -1},
      {"19", "gain of plasticity", of(Quantity::plasticityGain), -1},
      {"20", "cognition", of(Quantity::cognition), 1},
      {"21", "cognition", of(Quantity::cognition), 1},
      {"22", "movement", of(Quantity::motorFunction), -1},
      {"23", "emotional reactivity", of(Quantity::emotionalReactivity), -1},
      {"24", "emotional reactivity", of(Quantity::emotionalReactivity), 1},
      {"25", "new neurons a day", of(Quantity::newNeuronsPerDay), 1},
      {"26", "cognition", of(Quantity::cognition), 0},
  };
}

/// One renderer for all pictures; no words, no gauges: what counts is the brain.
class Pictures {
 public:
  Pictures() {
    renderer_.initializeInCurrentContext();
    renderer_.resize(kWidth, kHeight);
    renderer_.setQuality(scene::Quality::low);
  }

  struct Drawn {
    std::vector<std::uint8_t> rgb, ground;
    double value = 0;
  };
  Drawn draw(const std::string& name, const Measure& measure) {
    session::Session stage(
        content_,
        session::loadMoment(kSource / "data/moments/phenomena" / (name + ".json"), *content_));
    stage.setViewport(0, kWidth, kHeight);
    const session::Pane& pane = stage.pane();
    renderer_.setCamera(pane.camera().pose());
    renderer_.setPointing({});
    Drawn drawn;
    drawn.rgb = picture(pane.frame(), pane.look());
    scene::Look nothing;
    nothing.hidden.set();
    nothing.hindbrain = false;
    nothing.connections = false;
    drawn.ground = picture(pane.frame(), nothing);
    const session::Moment moment = stage.moment();
    const sim::Trajectory life(content_->model, moment.lives.front().scenario);
    drawn.value = life.value(measure, moment.age);
    return drawn;
  }

 private:
  std::vector<std::uint8_t> picture(const scene::FrameState& frame, const scene::Look& look) {
    renderer_.setScene(frame, look, scene::decideVisibility(content_->catalogue(), look, frame));
    return renderer_.renderImage(2, 1).rgb;
  }

  std::shared_ptr<const session::Content> content_ =
      session::loadContent({kSource, kSource / "data", kSource / "meshes", kSource / "shaders"});
  render::HeadlessContext context_;
  render::BrainRenderer renderer_{content_->anatomy};
};

bool differ(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b,
            std::size_t pixel, int steps) {
  for (std::size_t c = 0; c < 3; ++c) {
    if (std::abs(a[pixel * 3 + c] - b[pixel * 3 + c]) > steps) return true;
  }
  return false;
}

/// Share of the pixels drawn before or after that an eye sees changed.
double changedShare(const Pictures::Drawn& before, const Pictures::Drawn& after) {
  constexpr int kDither = 2;
  int drawn = 0, changed = 0;
  for (std::size_t p = 0; p < std::size_t{kWidth} * kHeight; ++p) {
    if (!differ(before.rgb, before.ground, p, kDither) &&
        !differ(after.rgb, after.ground, p, kDither)) {
      continue;
    }
    ++drawn;
    if (differ(before.rgb, after.rgb, p, kVisible)) ++changed;
  }
  return drawn == 0 ? 0 : static_cast<double>(changed) / drawn;
}

/// Whether a Moment is drawn as it was when somebody looked at it.
void compare(const std::string& name, const Pictures::Drawn& drawn) {
  const render::Image image{kWidth, kHeight, drawn.rgb};
  const fs::path baseline = kBaselines / (name + ".png");
  if (std::getenv("SYN_ACCEPT_BASELINES") != nullptr) {
    fs::create_directories(kBaselines);
    render::savePng(image, baseline);
    return;
  }
  ASSERT_TRUE(fs::exists(baseline)) << baseline;
  const double alike = test::similarity(image, render::loadPng(baseline));
  if (alike >= kLeastAlike) return;
  const fs::path out = fs::path(testing::TempDir()) / ("synaptarium_" + name + ".png");
  render::savePng(image, out);
  ADD_FAILURE() << "similarity " << alike << "; see " << out;
}

TEST(Phenomena, WhatChangesInTheModelChangesThePicture) {
  Pictures pictures;
  std::printf("%-3s %-22s %10s %10s  %s\n", "", "model", "before", "after", "pixels changed");
  for (const Phenomenon& phenomenon : phenomena()) {
    SCOPED_TRACE(phenomenon.number);
    const std::string number = phenomenon.number;
    const Pictures::Drawn before = pictures.draw(number + "_before", phenomenon.measure);
    const Pictures::Drawn after = pictures.draw(number + "_after", phenomenon.measure);
    compare(number + "_before", before);
    compare(number + "_after", after);
    const double share = changedShare(before, after);
    std::printf("%-3s %-22s %10.3f %10.3f  %5.1f %%\n", phenomenon.number, phenomenon.name,
                before.value, after.value, share * 100);
    if (phenomenon.direction == 0) {
      EXPECT_EQ(before.value, after.value);
      EXPECT_EQ(before.rgb, after.rgb) << "nothing changes, and the picture does";
      continue;
    }
    EXPECT_GT((after.value - before.value) * phenomenon.direction, 0);
    EXPECT_GE(share, kLeastShare);
  }
}

}  // namespace
}  // namespace syn
