#include "session/texts.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>

#include "session/session.h"

namespace syn::session {
namespace {

const std::filesystem::path kSource = SYN_SOURCE_DIR;

TEST(TextsTest, PutsValuesIn) {
  const Texts texts = Texts::load(kSource / "data", "en");
  EXPECT_EQ(texts.text("stepper.less", {{"name", "From"}, {"value", "62"}}), "From 62, earlier");
}

TEST(TextsTest, NumbersReadAsPeopleWriteThem) {
  EXPECT_EQ(number(-1.25, 1), "\u22121.3");
  EXPECT_EQ(number(-0.04, 1), "0.0") << "nothing is ever minus zero";
  EXPECT_EQ(signedNumber(1.75, 1), "+1.8");
  EXPECT_EQ(signedNumber(0.04, 1), "0.0");
  EXPECT_EQ(withUnit("1.8", "%"), "1.8\u202f%");
  EXPECT_EQ(withUnit("617", ""), "617");
}

TEST(TextsTest, EveryKeyTheWindowAsksForHasWords) {
  const Texts texts = Texts::load(kSource / "data", "en");
  const std::regex asked(
      "App\\.t\\((?:App\\.[a-zA-Z]+ \\? )?\"([a-z0-9_.]+)\"(?: : \"([a-z0-9_.]+)\")?[,)]");
  int found = 0;
  for (const auto& file : std::filesystem::directory_iterator(kSource / "src/ui/qml")) {
    std::ifstream in(file.path());
    std::stringstream content;
    content << in.rdbuf();
    const std::string text = content.str();
    for (std::sregex_iterator match(text.begin(), text.end(), asked), end; match != end; ++match) {
      for (const std::size_t group : {1U, 2U}) {
        const std::string key = (*match)[group];
        if (key.empty()) continue;
        ++found;
        EXPECT_TRUE(texts.has(key)) << key << " in " << file.path();
      }
    }
  }
  EXPECT_GT(found, 50) << "the pattern no longer finds the keys";
}

TEST(TextsTest, EveryActionPropertyLaneAndSystemHasAName) {
  const Texts texts = Texts::load(kSource / "data", "en");
  const auto model = sim::Model::load(kSource / "data");
  const auto looks = std::make_shared<const scene::Looks>(
      scene::Looks::load(kSource / "data", model->catalogue()));
  Session session(model, looks, {});
  for (const std::string& id : session.registry().actionIds(Level::developer)) {
    EXPECT_TRUE(texts.has(session.registry().action(id).textKey)) << id;
  }
  for (const std::string& id : session.registry().propertyIds(Level::developer)) {
    EXPECT_TRUE(texts.has(session.registry().property(id).textKey)) << id;
  }
  for (const Lane& lane : session.life().lanes()) {
    for (const char* prefix : {"lane.", "dose.", "cause."}) {
      EXPECT_TRUE(texts.has(prefix + lane.exposure)) << prefix << lane.exposure;
    }
  }
  for (const Region& region : session.catalogue().regions) {
    EXPECT_TRUE(texts.has("system." + region.system)) << region.system;
  }
}

}  // namespace
}  // namespace syn::session
