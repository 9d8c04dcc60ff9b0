#include "session/guide/tour.h"

#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"
#include "content_fixture.h"
#include "session/session.h"

namespace syn::session {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const fs::path kData = fs::path(SYN_SOURCE_DIR) / "data";

Tour shipped(const std::string& name) {
  return loadTour(findTour(kData, name), *shippedContent());
}

Tour read(const std::string& text) {
  return readTour(text, "own.json", *shippedContent());
}

std::string withStep(const std::string& members) {
  return R"({"version": 1, "steps": [{"id": "one", "moment": "opening"}, {"id": "two", )" +
         members + "}]}";
}

const nlohmann::json& englishWords() {
  static const auto kWords =
      nlohmann::json::parse(std::ifstream(kData / "i18n" / "en" / "tours.json"));
  return kWords;
}

// --- what is shipped -----------------------------------------------------------------------------

class ShippedTour : public testing::TestWithParam<std::string> {};

TEST_P(ShippedTour, CanBeSpokenInAnHourOfTeaching) {
  const Tour tour = shipped(GetParam());
  EXPECT_GE(tour.minutes(), 8);
  EXPECT_LE(tour.minutes(), 20);
  EXPECT_GE(tour.steps.size(), 6U);
  EXPECT_EQ(std::ranges::count_if(tour.steps, [](const auto& s) { return !s.question.empty(); }), 1)
      << "one question to the room";
}

TEST_P(ShippedTour, HasCaptionsOfTwelveWordsAndNotes) {
  for (const TourStep& step : shipped(GetParam()).steps) {
    ASSERT_TRUE(englishWords().contains(step.caption.key)) << step.caption.key;
    std::istringstream caption(englishWords()[step.caption.key].get<std::string>());
    const auto words = std::distance(std::istream_iterator<std::string>(caption), {});
    EXPECT_LE(words, 12) << step.id;
    EXPECT_THAT(step.notes, Not(IsEmpty())) << step.id;
    for (const Message& note : step.notes) {
      EXPECT_TRUE(englishWords().contains(note.key)) << note.key;
    }
  }
}

TEST_P(ShippedTour, ShowsSomethingElseAtEveryStep) {
  const Tour tour = shipped(GetParam());
  for (std::size_t i = 1; i < tour.steps.size(); ++i) {
    const TourStep& before = tour.steps[i - 1];
    const TourStep& step = tour.steps[i];
    // A step may hold the picture while its evidence is discussed, but must then bring evidence.
    EXPECT_TRUE(!(step.moment == before.moment) || !step.evidence.empty()) << step.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Tours, ShippedTour, testing::ValuesIn(tourNames(kData)),
                         [](const auto& name) { return name.param; });

TEST(ShippedTours, CoverEveryPhenomenon) {
  std::set<std::string> wanted, shown;
  for (const auto& file : fs::directory_iterator(kData / "scenarios" / "phenomena")) {
    wanted.insert("phenomena/" + file.path().stem().string());
  }
  for (const std::string& name : tourNames(kData)) {
    for (const TourStep& step : shipped(name).steps) {
      for (const MomentLife& life : step.moment.lives) {
        shown.insert(life.name.substr(0, life.name.find('#')));
      }
    }
  }
  for (const std::string& phenomenon : wanted) EXPECT_THAT(shown, Contains(phenomenon));
  EXPECT_EQ(wanted.size(), 26U);
}

// --- the file ------------------------------------------------------------------------------------

TEST(TourFile, AStepSaysWhatIsDifferentFromTheOneBefore) {
  const Tour tour = read(withStep(
      R"("changes": {"age": 70, "panes": [{"look": "memory", "selection": null}, {"camera": "home"}],
          "play": {"to": 80}})"));
  const Moment& before = tour.steps[0].moment;
  Moment wanted = before;
  wanted.age = 70;
  wanted.to = 80;
  wanted.panes[0].look = shippedContent()->looks->get("memory");
  wanted.panes[0].selection = {};
  wanted.panes.push_back(wanted.panes[0]);
  wanted.panes[1].camera = {};
  wanted.panes[1].camera.preset = "home";
  EXPECT_TRUE(tour.steps[1].moment == wanted);
}

TEST(TourFile, ASecondPaneIsLikeTheFirstAndSharesItsCamera) {
  const Tour tour = read(
      withStep(R"("changes": {"lives": ["average", "musician"], "panes": [{}, {"life": 1}]})"));
  const Moment& moment = tour.steps[1].moment;
  ASSERT_EQ(moment.panes.size(), 2U);
  EXPECT_EQ(moment.panes[1].life, 1);
  EXPECT_FALSE(moment.panes[1].ownCamera);
  EXPECT_TRUE(moment.panes[1].look == moment.panes[0].look);
  EXPECT_FALSE(moment.span) << "a span of the lives before";
}

TEST(TourFile, ALecturersOwnWordsAreSaidAsTheyAre) {
  const Tour tour = read(
      R"({"version": 1, "title": "Mine", "steps": [{"id": "one", "moment": "opening",
          "caption": "Look here.", "notes": ["Wait."], "question": "Why?"}]})");
  const Message said{"tour.own_words", {{"text", std::string("Look here.")}}};
  EXPECT_TRUE(tour.steps[0].caption == said);
  EXPECT_EQ(tour.title.key, "tour.own_words");
  EXPECT_EQ(tour.summary.key, "tour.own.summary");
  EXPECT_EQ(tour.steps[0].notes.size(), 1U);
  EXPECT_EQ(tour.steps[0].question.key, "tour.own_words");
}

TEST(TourFile, SchemaNamesWhatTheReaderKnows) {
  const auto schema = nlohmann::json::parse(std::ifstream(kData / "schema" / "tour.schema.json"));
  const auto& step = schema["properties"]["steps"]["items"]["properties"];
  const nlohmann::json values = {{"id", "two"},
                                 {"moment", "opening"},
                                 {"changes", nlohmann::json::object()},
                                 {"seconds", 1},
                                 {"runs", true},
                                 {"minutes", 2},
                                 {"caption", "Now"},
                                 {"notes", 1},
                                 {"question", true},
                                 {"evidence", nlohmann::json::array()}};
  std::vector<std::string> described, known;
  for (const auto& [key, value] : step.items()) described.push_back(key);
  for (const auto& [key, value] : values.items()) known.push_back(key);
  EXPECT_THAT(described, testing::UnorderedElementsAreArray(known));
  const nlohmann::json file = {
      {"version", 1}, {"title", "T"}, {"summary", "S"}, {"steps", {values}}};
  EXPECT_NO_THROW(static_cast<void>(read(file.dump())));
}

TEST(TourFile, SourcesAreNamedAndRememberedNumbersCalledProvisional) {
  const Tour tour =
      read(withStep(R"("evidence": ["habit-lally2010", "hippocampus-atrophy-by-age"])"));
  const Catalogue& catalogue = shippedContent()->catalogue();
  EXPECT_TRUE(sourcesOf(tour.steps[0], catalogue).empty());
  const Message all = sourcesOf(tour.steps[1], catalogue);
  ASSERT_EQ(all.key, "tour.sources");
  const Message& both = std::get<Message>(all.arguments[0].value);
  ASSERT_EQ(both.key, "tour.sources_more");
  const Message& first = std::get<Message>(both.arguments[0].value);
  EXPECT_THAT(std::get<std::string>(first.arguments[0].value), HasSubstr("Lally 2010"));
  EXPECT_EQ(std::get<Message>(both.arguments[1].value).key, "tour.source_provisional");
}

struct Bad {
  const char* name;
  std::string text;
  const char* rule;
  const char* says;
};
void PrintTo(const Bad& bad, std::ostream* out) {
  *out << bad.name;
}

class BadTour : public testing::TestWithParam<Bad> {};

TEST_P(BadTour, IsRefusedWithLineAndRemedy) {
  try {
    static_cast<void>(read(GetParam().text));
    FAIL() << "was accepted";
  } catch (const ContentError& error) {
    ASSERT_EQ(error.issues().size(), 1U) << error.what();
    EXPECT_EQ(error.issues()[0].rule, GetParam().rule);
    EXPECT_THAT(error.issues()[0].text(), HasSubstr(GetParam().says));
    EXPECT_EQ(error.issues()[0].line, 1);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Rules, BadTour,
    testing::Values(
        Bad{"no_steps", R"({"version": 1, "steps": []})", "length", "from 1 to 200"},
        Bad{"later_version", R"({"version": 2, "steps": [{"id": "a", "moment": "opening"}]})",
            "version", "later version"},
        Bad{"first_step_from_nothing", R"({"version": 1, "steps": [{"id": "a"}]})", "missing",
            "the first step needs one"},
        Bad{"moment", withStep(R"("moment": "openning")"), "unknown-moment", "no Moment"},
        Bad{"life", withStep(R"("changes": {"lives": ["musican"]})"), "unknown-life", "musican"},
        Bad{"look", withStep(R"("changes": {"panes": [{"look": "limbik"}]})"), "unknown-look",
            "limbic"},
        Bad{"member", withStep(R"("second": 3)"), "unknown-key", "seconds"},
        Bad{"pane_of_a_life_that_is_gone",
            R"({"version": 1, "steps": [{"id": "a", "moment": "two_lives_at_80"}, )"
            R"({"id": "b", "changes": {"lives": ["average"]}}]})",
            "contradiction", "name the panes"},
        Bad{"same_id", withStep(R"("seconds": 1}, {"id": "two")"), "duplicate", "its own"},
        Bad{"id", withStep(R"("seconds": 1}, {"id": "A step")"), "format", "small letters"},
        Bad{"seconds", withStep(R"("seconds": 31)"), "out-of-range", "30"},
        Bad{"caption", withStep(R"("caption": "1 2 3 4 5 6 7 8 9 10 11 12 13")"), "length",
            "12 words"},
        Bad{"caption_number", withStep(R"("caption": 3)"), "wrong-type", "text"},
        Bad{"evidence", withStep(R"("evidence": ["habit-laly2010"])"), "unknown-finding",
            "habit-lally2010"}),
    [](const auto& bad) { return bad.param.name; });

TEST(TourFile, AllThatIsWrongIsSaidAtOnce) {
  try {
    static_cast<void>(read(withStep(R"("seconds": -1, "minutes": 99, "moment": "x")")));
    FAIL() << "was accepted";
  } catch (const ContentError& error) {
    EXPECT_EQ(error.issues().size(), 3U) << error.what();
  }
}

TEST(TourFile, AnUnknownNameIsRefusedWithTheNearest) {
  try {
    static_cast<void>(findTour(kData, "5_sleeep"));
    FAIL() << "was found";
  } catch (const RefusedError& error) {
    EXPECT_THAT(error.what(), HasSubstr("5_sleep"));
  }
}

// --- giving it -----------------------------------------------------------------------------------

class TourGiven : public testing::Test {
 protected:
  const Registry& registry() const { return session_.registry(); }
  void arrive() {
    for (int i = 0; i < 600 && session_.moving() && !session_.clock().playing(); ++i) {
      session_.advance(0.1);
    }
  }
  Session session_{shippedContent(), momentOf({walker()})};
};

TEST_F(TourGiven, GoesStepByStepAndStopsAtBothEnds) {
  registry().run("tour.open", {{"tour", std::string("3_two_paths")}});
  ASSERT_NE(session_.tour(), nullptr);
  const int last = static_cast<int>(session_.tour()->steps.size()) - 1;
  EXPECT_FALSE(registry().run("tour.back"));
  for (int i = 0; i < last; ++i) EXPECT_TRUE(registry().run("tour.next"));
  EXPECT_FALSE(registry().run("tour.next"));
  EXPECT_EQ(session_.tourStep(), last);
  registry().run("tour.go", {{"step", 2.0}});
  EXPECT_EQ(session_.tourStep(), 1);
  registry().run("tour.close");
  EXPECT_EQ(session_.tour(), nullptr);
  EXPECT_FALSE(registry().run("tour.next"));
}

TEST_F(TourGiven, AStepThatRunsPlaysItsAgesOnceItIsReached) {
  registry().run("tour.open", {{"tour", std::string("1_fixed_brain")}});
  registry().run("tour.go", {{"step", 9.0}});
  EXPECT_FALSE(session_.clock().playing()) << "not on the way";
  arrive();
  EXPECT_TRUE(session_.clock().playing());
  session_.advance(60);
  EXPECT_FALSE(session_.clock().playing());
  EXPECT_DOUBLE_EQ(session_.clock().age(), 90);
}

TEST_F(TourGiven, ABrokenFileChangesNothing) {
  registry().run("tour.open", {{"tour", std::string("3_two_paths")}});
  registry().run("tour.next");
  arrive();
  const Moment before = session_.moment();
  const fs::path file = fs::path(testing::TempDir()) / "broken_tour.json";
  writeFileAtomically(file, R"({"version": 1, "steps": [{"id": "a", "moment": "nowhere"}]})");
  EXPECT_THROW(registry().run("tour.open_file", {{"file", file.string()}}), ContentError);
  EXPECT_EQ(session_.tour()->id, "3_two_paths");
  EXPECT_EQ(session_.tourStep(), 1);
  EXPECT_TRUE(session_.moment() == before);
  fs::remove(file);
}

/// Whatever was done before, a step gone to is the step as it is told.
class TourWalk : public testing::TestWithParam<unsigned> {};

TEST_P(TourWalk, AnyStepAfterAnythingIsThatStep) {
  std::mt19937 random(GetParam());
  Session walked(shippedContent(), momentOf({walker()}));
  const Registry& registry = walked.registry();
  const std::string tours[]{"3_two_paths", "9_whole_life"};
  const std::vector<std::string> actions = registry.actionIds(Level::visitor);
  registry.run("tour.open", {{"tour", tours[0]}});
  for (int i = 0; i < 250; ++i) {
    switch (random() % 8) {
      case 0:
        registry.run("tour.open", {{"tour", tours[random() % 2]}});
        break;
      case 1:
        registry.run("tour.go", {{"step", static_cast<double>(random() % 12 + 1)}});
        break;
      case 2:
        registry.run("tour.back");
        break;
      case 3:
        walked.advance(static_cast<double>(random() % 100) / 30);
        break;
      case 4:
        registry.set("age.years", static_cast<double>(random() % 101));
        break;
      case 5: {
        const std::string& id = actions[random() % actions.size()];
        if (registry.action(id).parameters.empty()) registry.run(id);
        break;
      }
      default:
        registry.run("tour.next");
    }
  }
  if (!walked.tour()) registry.run("tour.open", {{"tour", tours[0]}});
  const TourStep& step = walked.tour()->steps[static_cast<std::size_t>(walked.tourStep())];
  const std::string name = walked.tour()->id;
  const double number = walked.tourStep() + 1;
  registry.run("tour.go", {{"step", number}});

  Session fresh(shippedContent(), momentOf({walker()}));
  fresh.registry().run("tour.open", {{"tour", name}});
  fresh.registry().run("tour.go", {{"step", number}});
  for (Session* session : {&walked, &fresh}) {
    for (int i = 0; i < 1000 && session->moving(); ++i) session->advance(0.1);
  }
  EXPECT_TRUE(walked.moment() == fresh.moment()) << name << " " << step.id;
}

INSTANTIATE_TEST_SUITE_P(Seeds, TourWalk, testing::Range(0U, 4U));

}  // namespace
}  // namespace syn::session
