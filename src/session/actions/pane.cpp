#include <algorithm>
#include <optional>
#include <utility>

#include "session/actions/actions.h"

namespace syn::session {
namespace {

/// Against what a pane can measure: another life only while there is one.
std::vector<std::string> baselinesOf(const Stage& stage) {
  std::vector<std::string> words = baselineWords();
  if (stage.document().lifeCount() < 2) words.pop_back();
  return words;
}

/// Two lives, and what was chosen of the first is still chosen.
void compare(const Stage& stage, sim::Scenario other) {
  const Document& document = stage.document();
  const int shown = stage.life();
  const SpanChoice span = document.chosenSpan();
  const int chosen = span.life == shown ? document.life(shown).indexOf(span.id) : -1;
  stage.pane(0).setLife(0);
  stage.document().setLives({document.story(shown).scenario(), std::move(other)});
  stage.document().chooseSpan({0, document.life(0).idAt(chosen)});
  stage.openPane();
  stage.showBothLives();
}

/// The life of the active pane without the lane of a span.
std::optional<sim::Scenario> without(const Stage& stage, int span) {
  const Life& life = stage.document().life(stage.life());
  const Span* left = life.find(span);
  if (left == nullptr) return std::nullopt;
  sim::Scenario scenario = stage.document().story(stage.life()).scenario();
  scenario.life = life.scheduleWithout(left->lane);
  return scenario;
}

}  // namespace

void addPaneActions(const Stage& stage) {
  stage.add(
      "pane.baseline", Level::visitor, Domain::choice([stage] { return baselinesOf(stage); }),
      [stage] { return baselineWords()[static_cast<std::size_t>(stage.pane().baseline())]; },
      [stage](const Value& value) {
        const auto at = std::ranges::find(baselineWords(), std::get<std::string>(value));
        const auto baseline = static_cast<scene::Baseline>(at - baselineWords().begin());
        stage.eachLinked([&](Pane& pane) { pane.setBaseline(baseline); });
      });
  stage.add(
      "pane.life", Level::student, Domain::whole(0, static_cast<double>(Document::kMostLives) - 1),
      [stage] { return static_cast<double>(stage.pane().life()); },
      [stage](const Value& value) {
        stage.pane().setLife(
            std::min(static_cast<int>(std::get<double>(value)), stage.document().lifeCount() - 1));
        stage.dropForeignSpan();
      });
  stage.add(
      "pane.active", Level::visitor, Domain::whole(0, 1),
      [stage] { return static_cast<double>(stage.session().activePane()); },
      [stage](const Value& value) {
        stage.setActivePane(static_cast<int>(std::get<double>(value)));
      });
  stage.add(
      "compare.linked", Level::student, Domain::boolean(),
      [stage] { return stage.session().linked(); },
      [stage](const Value& value) { stage.setLinked(std::get<bool>(value)); });
  stage.add({"compare.open", "", Level::student, {{"name", Domain::text(), false}}},
            [stage](const Arguments& arguments) {
              if (const auto name = arguments.optionalText("name")) {
                compare(stage, stage.readLife(*name));
              } else {
                stage.openPane();
              }
            });
  stage.add(
      {"compare.without", "", Level::student},
      [stage](const Arguments&) {
        if (auto other = without(stage, stage.document().chosenSpan().id)) {
          compare(stage, std::move(*other));
        }
      },
      [stage] {
        return stage.document().chosen() != nullptr &&
               stage.document().chosenSpan().life == stage.life();
      });
  stage.add(
      {"compare.close", "", Level::student}, [stage](const Arguments&) { stage.closePane(); },
      [stage] { return stage.session().paneCount() > 1; });
}

}  // namespace syn::session
