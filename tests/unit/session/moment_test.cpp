#include "session/guide/moment.h"

#include <random>
#include <set>

#include <gmock/gmock.h>

#include "base/error.h"
#include "base/files.h"
#include "content_fixture.h"

namespace syn::session {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;

const fs::path kMoments = fs::path(SYN_SOURCE_DIR) / "data" / "moments";

std::vector<fs::path> shipped() {
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(kMoments)) {
    if (file.path().extension() == ".json") files.push_back(file.path());
  }
  std::ranges::sort(files);
  return files;
}

Moment read(const std::string& text) {
  return readMoment(text, "test.json", *shippedContent());
}

std::vector<Issue> issuesOf(const std::string& text) {
  try {
    static_cast<void>(read(text));
  } catch (const ContentError& error) {
    return error.issues();
  }
  return {};
}

class ShippedMoment : public testing::TestWithParam<fs::path> {};

TEST_P(ShippedMoment, IsReadAndWrittenBack) {
  const Moment moment = loadMoment(GetParam(), *shippedContent());
  EXPECT_TRUE(read(writeMoment(moment, *shippedContent())) == moment);
}

INSTANTIATE_TEST_SUITE_P(Files, ShippedMoment, testing::ValuesIn(shipped()), [](const auto& file) {
  return std::to_string(file.index) + "_" + file.param.stem().string();
});

/// A Moment in which everything that can be said is said, by chance.
Moment anyMoment(unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&random](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  const auto below = [&random](std::size_t count) { return static_cast<int>(random() % count); };
  const Content& content = *shippedContent();
  Moment moment;
  if (random() % 2 == 0) moment.caption = "moment.caption";
  const std::size_t lives = 1 + random() % 2;
  for (std::size_t i = 0; i < lives; ++i) {
    MomentLife life;
    const double from = std::round(number(20, 60) * 52) / 52;
    sim::Entry learning = entry("learning", from, from + 5, number(0, 20));
    learning.skill = "language";
    learning.novelty = number(0, 1);
    life.scenario = scenarioOf({learning, entry("depression", 30, 31, number(0, 1))});
    life.scenario.person.sex = random() % 2 == 0 ? sim::Sex::female : sim::Sex::unspecified;
    moment.lives.push_back(life);
  }
  moment.age = number(0, 100);
  moment.speed = number(Clock::kSlowest, Clock::kFastest);
  moment.forward = random() % 2 == 0;
  moment.mode = static_cast<Clock::Mode>(below(3));
  moment.from = number(0, 50);
  moment.to = number(51, 100);
  const std::size_t panes = 1 + random() % 2;
  for (std::size_t i = 0; i < panes; ++i) {
    MomentPane pane;
    pane.life = below(lives);
    pane.baseline = static_cast<scene::Baseline>(below(lives == 2 ? 3 : 2));
    const auto& looks = content.looks->all();
    pane.look = looks[random() % looks.size()];
    pane.look.xray = static_cast<float>(number(0, 1));
    pane.look.exaggeration = static_cast<float>(number(1, 20));
    pane.look.connections = random() % 2 == 0;
    pane.look.hidden.flip(random() % content.catalogue().structures.size());
    pane.ownCamera = i == 0 || random() % 2 == 0;
    if (pane.ownCamera) {
      if (random() % 3 == 0) {
        pane.camera.preset = "superior";
      } else {
        pane.camera.target = {number(-60, 60), number(-80, 60), number(-40, 60)};
        pane.camera.azimuth = number(-180, 180);
        pane.camera.elevation = number(-90, 90);
        pane.camera.roll = number(-180, 180);
        pane.camera.zoom = number(0.5, 5);
      }
    }
    if (random() % 3 != 0) {
      pane.selection.region = below(content.catalogue().regions.size());
      if (random() % 2 == 0) pane.selection.hemisphere = Hemisphere::right;
    }
    moment.panes.push_back(pane);
  }
  if (random() % 2 == 0) moment.span = MomentSpan{below(lives), below(2)};
  return moment;
}

class AnyMoment : public testing::TestWithParam<unsigned> {};

TEST_P(AnyMoment, IsTheSameAfterWritingAndReading) {
  const Moment moment = anyMoment(GetParam());
  const std::string text = writeMoment(moment, *shippedContent());
  const Moment back = read(text);
  EXPECT_TRUE(back == moment) << text << "\nbecame\n" << writeMoment(back, *shippedContent());
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyMoment, testing::Range(1U, 60U));

constexpr const char* kGood =
    R"({"version": 1, "lives": ["average"], "age": 40, "panes": [{"look": "whole"}]})";

TEST(MomentTest, ReadsTheShortest) {
  const Moment moment = read(kGood);
  EXPECT_EQ(moment.lives.front().name, "average");
  EXPECT_EQ(moment.panes.front().baseline, scene::Baseline::ownAdult);
  EXPECT_EQ(moment.panes.front().camera.preset, "home");
  EXPECT_FALSE(moment.span.has_value());
}

struct Hostile {
  const char* name;
  const char* from;  ///< of the good text
  const char* to;
  const char* rule;
};

void PrintTo(const Hostile& text, std::ostream* out) {
  *out << text.name;
}

class HostileMoment : public testing::TestWithParam<Hostile> {};

TEST_P(HostileMoment, IsRefusedWithPlaceAndRule) {
  std::string text = kGood;
  const std::string from = GetParam().from;
  ASSERT_NE(text.find(from), std::string::npos);
  text.replace(text.find(from), from.size(), GetParam().to);
  const std::vector<Issue> issues = issuesOf(text);
  EXPECT_THAT(issues, Contains(testing::Field(&Issue::rule, GetParam().rule))) << text;
  for (const Issue& issue : issues) {
    EXPECT_EQ(issue.file, "test.json");
    EXPECT_FALSE(issue.message.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HostileMoment,
    testing::Values(
        Hostile{"later_version", R"("version": 1)", R"("version": 2)", "version"},
        Hostile{"no_version", R"("version": 1, )", "", "missing-key"},
        Hostile{"age_300", R"("age": 40)", R"("age": 300)", "out-of-range"},
        Hostile{"age_text", R"("age": 40)", R"("age": "forty")", "type"},
        Hostile{"unknown_key", R"("age": 40)", R"("age": 40, "aeg": 1)", "unknown-key"},
        Hostile{"no_lives", R"(["average"])", "[]", "length"},
        Hostile{"three_lives", R"(["average"])", R"(["average", "average", "average"])", "length"},
        Hostile{"unknown_life", R"(["average"])", R"(["avrage"])", "unknown-life"},
        Hostile{"a_folder", R"(["average"])", R"(["."])", "unknown-life"},
        Hostile{"life_number", R"(["average"])", "[3]", "wrong-type"},
        Hostile{"life_empty", R"(["average"])", "[{}]", "missing-key"},
        Hostile{
            "life_of_an_infant_in_stillness", R"(["average"])",
            R"([{"life": [{"exposure": "mindfulness", "dose": 150, "from_age": 1, "to_age": 2}]}])",
            "age"},
        Hostile{"no_panes", R"([{"look": "whole"}])", "[]", "length"},
        Hostile{"three_panes", R"([{"look": "whole"}])",
                R"([{"look": "whole"}, {"look": "whole"}, {"look": "whole"}])", "length"},
        Hostile{"unknown_look", R"("whole")", R"("whale")", "unknown-look"},
        Hostile{"no_look", R"("look": "whole")", "", "missing-key"},
        Hostile{"broken_changes", R"("look": "whole")",
                R"("look": "whole", "changes": {"xray": 7})", "out-of-range"},
        Hostile{"unknown_change", R"("look": "whole")", R"("look": "whole", "changes": {"x": 7})",
                "unknown-key"},
        Hostile{"life_beyond", R"("look": "whole")", R"("look": "whole", "life": 1)",
                "out-of-range"},
        Hostile{"no_other_life", R"("look": "whole")",
                R"("look": "whole", "baseline": "other_life")", "contradiction"},
        Hostile{"shares_with_itself", R"("look": "whole")",
                R"("look": "whole", "camera": "shared")", "unknown-word"},
        Hostile{"camera_nowhere", R"("look": "whole")",
                R"("look": "whole", "camera": {"azimuth": 1e9, "elevation": 0})", "out-of-range"},
        Hostile{"flat_target", R"("look": "whole")",
                R"("look": "whole", "camera": {"target": [0, 0], "azimuth": 0, "elevation": 0})",
                "length"},
        Hostile{"unknown_region", R"("look": "whole")",
                R"("look": "whole", "selection": {"region": "gizzard"})", "unknown-word"},
        Hostile{"played_backwards_in_time", R"("age": 40)",
                R"("age": 40, "play": {"from": 60, "to": 20})", "reversed"},
        Hostile{"span_below_zero", R"("age": 40)", R"("age": 40, "span": {"index": -1})",
                "out-of-range"}),
    [](const testing::TestParamInfo<Hostile>& text) { return std::string(text.param.name); });

TEST(MomentTest, NamesEverythingThatIsWrongAtOnce) {
  const std::vector<Issue> issues = issuesOf(
      R"({"version": 1, "lives": ["avrage"], "age": -1, "panes": [{"look": "whale", "side": 1}]})");
  std::set<std::string> rules;
  for (const Issue& issue : issues) rules.insert(issue.rule);
  EXPECT_THAT(rules, testing::IsSupersetOf(
                         {"unknown-life", "out-of-range", "unknown-look", "unknown-key"}));
}

TEST(MomentTest, ALifeOfThousandsOfSpansIsRefusedBeforeItIsPlanned) {
  std::string spans;
  for (int i = 0; i < 5000; ++i) {
    spans += std::string(i == 0 ? "" : ",") +
             R"({"exposure": "sleep", "dose": 6, "from_age": 30, "to_age": 31})";
  }
  const std::vector<Issue> issues = issuesOf(R"({"version": 1, "lives": [{"life": [)" + spans +
                                             R"(]}], "age": 40, "panes": [{"look": "whole"}]})");
  ASSERT_FALSE(issues.empty());
  EXPECT_EQ(issues.front().rule, "length");
}

/// Cut off anywhere, a Moment is refused, and nothing worse.
TEST(MomentTest, TruncatedTextsAreRefused) {
  const std::string text = writeMoment(anyMoment(5), *shippedContent());
  for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
    EXPECT_FALSE(issuesOf(text.substr(0, length)).empty()) << length;
  }
}

/// The keys the writer uses are the keys of the schema.
void collectKeys(const JsonNode& node, std::set<std::string>& keys) {
  if (node.kind() == JsonNode::Kind::object) {
    for (const std::string& key : node.keys()) {
      keys.insert(key);
      if (key != "changes" && key != "lives") collectKeys(*node.find(key), keys);
    }
  }
  if (node.kind() == JsonNode::Kind::array) {
    for (std::size_t i = 0; i < node.size(); ++i) collectKeys(node.at(i), keys);
  }
}

void collectProperties(const JsonNode& schema, std::set<std::string>& keys) {
  if (schema.kind() == JsonNode::Kind::array) {
    for (std::size_t i = 0; i < schema.size(); ++i) collectProperties(schema.at(i), keys);
  }
  if (schema.kind() != JsonNode::Kind::object) return;
  for (const std::string& key : schema.keys()) {
    const JsonNode node = *schema.find(key);
    if (key == "properties") {
      for (const std::string& property : node.keys()) keys.insert(property);
    }
    collectProperties(node, keys);
  }
}

TEST(MomentTest, TheSchemaNamesTheKeysOfTheFormat) {
  std::set<std::string> written, described;
  for (unsigned seed = 1; seed < 30; ++seed) {
    const JsonDocument document =
        JsonDocument::parse(writeMoment(anyMoment(seed), *shippedContent()), "moment");
    collectKeys(document.root(), written);
  }
  const JsonDocument schema =
      JsonDocument::load(fs::path(SYN_SOURCE_DIR) / "data" / "schema" / "moment.schema.json");
  collectProperties(schema.root(), described);
  EXPECT_EQ(written, described);
}

TEST(MomentTest, IsFoundByNameAndByFile) {
  const fs::path data = fs::path(SYN_SOURCE_DIR) / "data";
  EXPECT_EQ(findMoment(data, "opening"), kMoments / "opening.json");
  EXPECT_EQ(findMoment(data, (kMoments / "opening.json").string()), kMoments / "opening.json");
  EXPECT_FALSE(findMoment(data, "average").has_value()) << "that is a scenario";
  EXPECT_FALSE(findMoment(data, (data / "scenarios" / "average.json").string()).has_value());
}

TEST(MomentTest, ACameraShowsTheSameInAnyWindow) {
  MomentCamera camera;
  camera.azimuth = 30;
  camera.zoom = 1.5;
  for (const auto& [width, height] : {std::pair{1920.0, 1080.0}, {640.0, 1080.0}}) {
    scene::Camera window;
    window.setViewport(width, height);
    window.setPose(camera.pose(window));
    const MomentCamera back = MomentCamera::of(window);
    EXPECT_NEAR(back.azimuth, 30, 1e-9);
    EXPECT_NEAR(back.zoom, 1.5, 1e-9);
  }
}

}  // namespace
}  // namespace syn::session
