#include <algorithm>

#include "session/actions/actions.h"

namespace syn::session {
namespace {

const std::vector<std::string> kSides{"both", "left", "right"};
constexpr double kUsualExaggeration = 8;  // of looks that show true size
const std::vector<std::string> kColours{"tissue", "density", "system"};

std::optional<Hemisphere> hemisphereOf(const std::string& side) {
  if (side == "left") return Hemisphere::left;
  if (side == "right") return Hemisphere::right;
  return std::nullopt;
}

std::string sideOf(const RegionSelection& selection) {
  return selection.hemisphere ? std::string(hemisphereName(*selection.hemisphere)) : kSides[0];
}

/// A number of the look.
void addNumber(const Stage& stage, const std::string& id, Level level, Domain takes,
               float scene::Look::*member) {
  stage.add(
      id, level, std::move(takes),
      [stage, member] { return static_cast<double>(stage.pane().look().*member); },
      [stage, member](const Value& value) {
        stage.changeLooks(
            [&](scene::Look& look) { look.*member = static_cast<float>(std::get<double>(value)); });
      });
}

/// Something of the look that is shown or not.
void addSwitch(const Stage& stage, const std::string& id, bool scene::Look::*member) {
  stage.add(
      id, Level::student, Domain::boolean(),
      [stage, member] { return stage.pane().look().*member; },
      [stage, member](const Value& value) {
        stage.changeLooks([&](scene::Look& look) { look.*member = std::get<bool>(value); });
      });
}

void addColour(const Stage& stage, const std::string& id,
               scene::SurfaceColour scene::Look::*member) {
  stage.add(
      id, Level::student, Domain::choice(kColours),
      [stage, member] { return kColours[static_cast<std::size_t>(stage.pane().look().*member)]; },
      [stage, member](const Value& value) {
        const auto at = std::ranges::find(kColours, std::get<std::string>(value));
        const auto colour = static_cast<scene::SurfaceColour>(at - kColours.begin());
        stage.changeLooks([&](scene::Look& look) { look.*member = colour; });
      });
}

void showLook(const Stage& stage, const std::string& id) {
  scene::Look look = stage.content().looks->get(id);
  stage.setExaggeration(look.exaggeration);
  if (stage.atTrueSize()) look.exaggeration = 1;
  stage.changeLooks([&](scene::Look& shown) { shown = look; });
}

void addLooks(const Stage& stage) {
  const auto ids = [stage] {
    std::vector<std::string> known;
    for (const scene::Look& look : stage.content().looks->all()) known.push_back(look.id);
    return known;
  };
  stage.add(
      "view.look", Level::visitor, Domain::choice(ids), [stage] { return stage.pane().look().id; },
      [stage](const Value& value) { showLook(stage, std::get<std::string>(value)); });
  for (const std::string& id : ids()) {
    stage.add({"view." + id}, [stage, id](const Arguments&) { showLook(stage, id); });
  }
  addNumber(stage, "view.xray", Level::visitor, Domain::number(0, 1, 0.05), &scene::Look::xray);
  addNumber(stage, "view.explode", Level::student, Domain::number(0, 1, 0.05),
            &scene::Look::explode);
  addNumber(stage, "view.density_ends", Level::lecturer, Domain::number(0.01, 0.5, 0.01),
            &scene::Look::densityEnds);
  addSwitch(stage, "view.strands", &scene::Look::connections);
  addSwitch(stage, "view.new_neurons", &scene::Look::newNeurons);
  addSwitch(stage, "view.reactivity", &scene::Look::reactivity);
  addSwitch(stage, "view.hindbrain", &scene::Look::hindbrain);
  addColour(stage, "view.cortex_colour", &scene::Look::cortexColour);
  addColour(stage, "view.deep_colour", &scene::Look::deepColour);
  stage.add(
      "view.exaggeration", Level::student, Domain::number(1, 20, 1),
      [stage] { return static_cast<double>(stage.pane().look().exaggeration); },
      [stage](const Value& value) {
        const auto factor = static_cast<float>(std::get<double>(value));
        if (factor > 1) stage.setExaggeration(factor);
        stage.setAtTrueSize(factor <= 1);
        stage.changeLooks([&](scene::Look& look) { look.exaggeration = factor; });
      });
  stage.add({"view.true_size"}, [stage](const Arguments&) {
    stage.arrive();
    const bool atTrueSize = stage.pane().look().exaggeration <= 1;
    const double usual =
        stage.exaggeration() > 1 ? static_cast<double>(stage.exaggeration()) : kUsualExaggeration;
    const double factor = atTrueSize ? usual : 1.0;
    stage.registry().set("view.exaggeration", factor);
  });
}

/// Parts of the look by region: hidden, or the only ones in colour.
void addParts(const Stage& stage) {
  const auto regions = [&catalogue = stage.session().catalogue()] { return catalogue.regionIds(); };
  const auto onRegion = [&](const std::string& id,
                            std::function<void(scene::Look&, const scene::StructureSet&)> change) {
    stage.add({id,
               "",
               Level::student,
               {{"region", Domain::choice(regions)}, {"side", Domain::choice(kSides), false}}},
              [stage, change = std::move(change)](const Arguments& arguments) {
                const Catalogue& catalogue = stage.session().catalogue();
                const scene::StructureSet parts = scene::structuresOf(
                    catalogue, *catalogue.regionIndex(arguments.text("region")),
                    hemisphereOf(arguments.optionalText("side").value_or("both")));
                stage.changeLooks([&](scene::Look& look) { change(look, parts); });
              });
  };
  onRegion("view.hide",
           [](scene::Look& look, const scene::StructureSet& parts) { look.hidden |= parts; });
  onRegion("view.reveal",
           [](scene::Look& look, const scene::StructureSet& parts) { look.hidden &= ~parts; });
  onRegion("view.focus_on",
           [](scene::Look& look, const scene::StructureSet& parts) { look.focus = parts; });
  stage.add({"view.show_all", "", Level::student}, [stage](const Arguments&) {
    stage.changeLooks([](scene::Look& look) {
      look.hidden.reset();
      look.hiddenConnections.reset();
      look.focus.reset();
    });
  });
}

void select(const Stage& stage, const RegionSelection& selection) {
  stage.eachLinked([&](Pane& pane) { pane.select(selection); });
}

void addSelection(const Stage& stage) {
  const Catalogue& catalogue = stage.session().catalogue();
  const auto structures = static_cast<double>(catalogue.structures.size()) - 1;
  stage.add({"selection.region",
             "",
             Level::visitor,
             {{"region", Domain::choice([&catalogue] { return catalogue.regionIds(); })},
              {"side", Domain::choice(kSides), false}}},
            [stage, &catalogue](const Arguments& arguments) {
              select(stage, {*catalogue.regionIndex(arguments.text("region")),
                             hemisphereOf(arguments.optionalText("side").value_or("both"))});
            });
  stage.add(
      {"selection.structure", "", Level::visitor, {{"structure", Domain::whole(0, structures)}}},
      [stage](const Arguments& arguments) {
        stage.eachLinked([&](Pane& pane) { pane.selectStructure(arguments.whole("structure")); });
      });
  stage.add(
      "selection.side", Level::visitor, Domain::choice(kSides),
      [stage] { return sideOf(stage.pane().selection()); },
      [stage](const Value& value) {
        select(stage,
               {stage.pane().selection().region, hemisphereOf(std::get<std::string>(value))});
      });
  stage.add({"selection.none"}, [stage](const Arguments&) { select(stage, {}); });
  stage.add({"selection.clear", "Escape"}, [stage](const Arguments&) {
    if (stage.document().chosenSpan().id != 0) {
      stage.document().chooseSpan({});
    } else {
      select(stage, {});
    }
  });
}

}  // namespace

void addViewActions(const Stage& stage) {
  addLooks(stage);
  addParts(stage);
  addSelection(stage);
}

}  // namespace syn::session
