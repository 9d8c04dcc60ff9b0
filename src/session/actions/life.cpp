#include <algorithm>

#include "base/error.h"
#include "session/actions/actions.h"
#include "session/guide/moment.h"
#include "session/refusal.h"

namespace syn::session {
namespace {

constexpr double kManyIds = 1e9;

Parameter lifeParameter() {
  return {"life", Domain::whole(0, static_cast<double>(Document::kMostLives) - 1), false};
}

Parameter spanParameter() {
  return {"span", Domain::whole(0, kManyIds), false};
}

Parameter ageParameter(std::string name, bool required) {
  return {std::move(name), Domain::number(0, Life::kEnd, 1, "years"), required};
}

/// The life an action names, or that of the active pane.
int lifeOf(const Stage& stage, const Arguments& arguments) {
  if (!arguments.has("life")) return stage.life();
  return std::min(arguments.whole("life"), stage.document().lifeCount() - 1);
}

/// The span an action names, or the chosen one.
SpanChoice spanOf(const Stage& stage, const Arguments& arguments) {
  if (!arguments.has("span")) return stage.document().chosenSpan();
  return {lifeOf(stage, arguments), arguments.whole("span")};
}

/// Adds an action on a span: the named or the chosen one.
void addSpanAction(const Stage& stage, Stage::ActionForm form,
                   std::function<void(Life&, int span, const Arguments&)> change) {
  form.parameters.push_back(spanParameter());
  form.parameters.push_back(lifeParameter());
  stage.add(std::move(form), [stage, change = std::move(change)](const Arguments& arguments) {
    const SpanChoice span = spanOf(stage, arguments);
    if (span.id == 0) return;
    stage.edit(span.life, [&](Life& life) { change(life, span.id, arguments); });
  });
}

void addToLane(const Stage& stage, const Arguments& arguments, bool orChoose) {
  const int index = lifeOf(stage, arguments);
  const int lane = laneIndex(*stage.document().lanes(), arguments.text("lane"));
  const double age = arguments.optionalNumber("age").value_or(stage.session().clock().age());
  const Life& life = stage.document().life(index);
  if (const Span* there = life.at(lane, age); there != nullptr && orChoose) {
    stage.document().chooseSpan({index, there->id});
    return;
  }
  std::optional<int> added;
  const auto years = arguments.optionalNumber("years");
  stage.edit(index, [&](Life& changed) {
    added = years ? changed.add(lane, age, *years) : changed.add(lane, age);
  });
  if (!added) stage.refuse(refusalToAdd(life, lane, age));
  if (added && life.find(*added) != nullptr) stage.document().chooseSpan({index, *added});
}

void addEntryActions(const Stage& stage) {
  const auto text = [&](const std::string& field, std::string sim::Entry::*member, Domain takes) {
    addSpanAction(stage, {"span." + field, "", Level::student, {{field, std::move(takes)}}},
                  [field, member](Life& life, int span, const Arguments& arguments) {
                    life.change(span,
                                [&](sim::Entry& entry) { entry.*member = arguments.text(field); });
                  });
  };
  const auto number = [&](const std::string& field, std::optional<double> sim::Entry::*member) {
    addSpanAction(
        stage, {"span." + field, "", Level::student, {{field, Domain::number(0, 1, 0.1)}}},
        [field, member](Life& life, int span, const Arguments& arguments) {
          life.change(span, [&](sim::Entry& entry) { entry.*member = arguments.number(field); });
        });
  };
  const auto regions = [&catalogue = stage.session().catalogue()] { return catalogue.regionIds(); };
  text("skill", &sim::Entry::skill,
       Domain::choice([&model = *stage.content().model] { return model.skillIds(); }));
  text("target", &sim::Entry::target, Domain::text());
  text("path", &sim::Entry::path, Domain::choice({"old", "new"}));
  text("region", &sim::Entry::region, Domain::choice(regions));
  text("hemisphere", &sim::Entry::hemisphere, Domain::choice({"left", "right", "both"}));
  number("novelty", &sim::Entry::novelty);
  number("challenge", &sim::Entry::challenge);
  addSpanAction(stage,
                {"span.connection",
                 "",
                 Level::student,
                 {{"from", Domain::choice(regions)}, {"to", Domain::choice(regions)}}},
                [](Life& life, int span, const Arguments& arguments) {
                  life.change(span, [&](sim::Entry& entry) {
                    entry.from = arguments.text("from");
                    entry.to = arguments.text("to");
                    entry.target.clear();
                    entry.path.clear();
                  });
                });
}

void addSpanActions(const Stage& stage) {
  const auto lanes = [stage] {
    std::vector<std::string> ids;
    for (const Lane& lane : *stage.document().lanes()) ids.push_back(lane.exposure);
    return ids;
  };
  const std::vector<Parameter> where{{"lane", Domain::choice(lanes)},
                                     ageParameter("age", false),
                                     {"years", Domain::number(0, Life::kEnd), false},
                                     lifeParameter()};
  stage.add({"span.add", "", Level::visitor, where},
            [stage](const Arguments& arguments) { addToLane(stage, arguments, false); });
  stage.add({"span.add_or_choose", "", Level::visitor, where},
            [stage](const Arguments& arguments) { addToLane(stage, arguments, true); });
  stage.add({"span.choose", "", Level::visitor, {spanParameter(), lifeParameter()}},
            [stage](const Arguments& arguments) {
              SpanChoice span = spanOf(stage, arguments);
              if (!arguments.has("span")) span = {};
              stage.document().chooseSpan(span);
            });
  stage.add(
      {"span.remove", "Delete", Level::visitor, {spanParameter(), lifeParameter()}},
      [stage](const Arguments& arguments) {
        const SpanChoice span = spanOf(stage, arguments);
        stage.edit(span.life, [&](Life& life) { life.remove(span.id); });
      },
      [stage] { return stage.document().chosen() != nullptr; });
  stage.add({"span.copy", "Ctrl+D", Level::student, {spanParameter(), lifeParameter()}},
            [stage](const Arguments& arguments) {
              const SpanChoice span = spanOf(stage, arguments);
              std::optional<int> copy;
              stage.edit(span.life, [&](Life& life) { copy = life.copy(span.id); });
              if (copy) stage.document().chooseSpan({span.life, *copy});
            });
  addSpanAction(
      stage, {"span.dose", "", Level::visitor, {{"dose", Domain::number(0, 1e6)}}},
      [](Life& life, int span, const Arguments& a) { life.setDose(span, a.number("dose")); });
  addSpanAction(
      stage, {"span.from", "", Level::visitor, {ageParameter("age", true)}},
      [](Life& life, int span, const Arguments& a) { life.setFrom(span, a.number("age")); });
  addSpanAction(
      stage, {"span.to", "", Level::visitor, {ageParameter("age", true)}},
      [](Life& life, int span, const Arguments& a) { life.setTo(span, a.number("age")); });
  addSpanAction(
      stage, {"span.move", "", Level::visitor, {ageParameter("age", true)}},
      [](Life& life, int span, const Arguments& a) { life.moveTo(span, a.number("age")); });
  addEntryActions(stage);
}

void addPhenomena(const Stage& stage) {
  const std::vector<std::string> sides{"before", "after"};
  stage.add({"phenomenon.show",
             "",
             Level::visitor,
             {{"phenomenon", Domain::choice(stage.content().phenomena)},
              {"side", Domain::choice(sides), false}}},
            [stage, sides](const Arguments& arguments) {
              const std::string& id = arguments.text("phenomenon");
              const std::string side = arguments.optionalText("side").value_or(sides.back());
              const std::string file = id.substr(0, id.find('_')) + "_" + side + ".json";
              Moment moment = loadMoment(stage.content().data / "moments" / "phenomena" / file,
                                         stage.content());
              if (moment.caption.empty()) moment.caption = "scenario." + id + ".summary";
              const std::string caption = moment.caption;
              stage.travelTo(moment);
              stage.setCaption({caption, id, side});
            });
  stage.add({"caption.clear"}, [stage](const Arguments&) { stage.setCaption({}); });
}

}  // namespace

void addLifeActions(const Stage& stage) {
  addSpanActions(stage);
  stage.add({"edit.begin"}, [stage](const Arguments&) { stage.document().beginEdit(); });
  stage.add({"edit.end"}, [stage](const Arguments&) { stage.document().endEdit(); });
  stage.add(
      {"edit.undo", "Ctrl+Z"}, [stage](const Arguments&) { stage.undo(); },
      [stage] { return stage.document().canUndo(); });
  stage.add(
      {"edit.redo", "Ctrl+Shift+Z"}, [stage](const Arguments&) { stage.redo(); },
      [stage] { return stage.document().canRedo(); });
  stage.add({"life.open", "", Level::visitor, {{"name", Domain::text()}, lifeParameter()}},
            [stage](const Arguments& arguments) {
              const int index = lifeOf(stage, arguments);
              const Moment opened = momentOfLife(stage.content(), arguments.text("name"));
              Moment moment = stage.session().moment();
              moment.caption.clear();
              moment.lives[static_cast<std::size_t>(index)] = opened.lives.front();
              moment.age = opened.age;
              moment.span = opened.span;
              if (moment.span) moment.span->life = index;
              stage.travelTo(moment);
            });
  addPhenomena(stage);
}

}  // namespace syn::session
