#include <algorithm>

#include "base/error.h"
#include "scene/look_json.h"
#include "session/document.h"
#include "session/guide/moment.h"
#include "sim/scenario_reader.h"

namespace syn::session {
namespace {

constexpr Range kAges{Clock::kFirstAge, Clock::kLastAge, "years"};
constexpr double kFarthestMm = 150;

/// Reads the parts of one Moment; each adds its issues and goes on.
class MomentReader {
 public:
  MomentReader(const Content& content, IssueList& issues) : content_(content), issues_(issues) {}

  Moment read(const JsonNode& node) {
    ObjectReader in(node, issues_);
    if (in.integer("version", {1, 1e6, ""}) > Moment::kVersion) {
      in.fail("version", "version",
              "this file is of a later version of the program; write it with this one, or update");
    }
    Moment moment;
    moment.caption = in.text("caption", "");
    readLives(in, moment);
    moment.age = in.number("age", kAges);
    if (const auto play = in.object("play", false)) readPlay(*play, moment);
    readPanes(in, moment, {});
    if (const auto span = in.object("span", false)) moment.span = readSpan(*span, moment);
    in.finish();
    return moment;
  }

  /// Members that are not there stay as they were; null takes a selection or a span away.
  Moment readChanges(const JsonNode& node, const Moment& before) {
    ObjectReader in(node, issues_);
    Moment moment = before;
    if (in.has("lives")) {
      moment.lives.clear();
      moment.span.reset();
      readLives(in, moment);
    }
    moment.age = in.number("age", kAges, before.age);
    if (const auto play = in.object("play", false)) readPlay(*play, moment);
    if (in.has("panes")) {
      moment.panes.clear();
      readPanes(in, moment, before.panes);
    }
    if (const auto span = in.raw("span")) {
      moment.span.reset();
      if (span->kind() != JsonNode::Kind::null) moment.span = readSpan(*span, moment);
    }
    in.finish();
    checkKept(node, moment);
    return moment;
  }

 private:
  /// A second pane that was not there before is like the first, seen with its camera.
  void readPanes(ObjectReader& in, Moment& moment, const std::vector<MomentPane>& before) {
    for (const JsonNode& node : in.array("panes")) {
      const std::size_t place = moment.panes.size();
      std::optional<MomentPane> base;
      if (place < before.size()) {
        base = before[place];
      } else if (place > 0 && !before.empty()) {
        base = moment.panes.front();
        base->ownCamera = false;
        base->camera = {};
      }
      moment.panes.push_back(readPane(node, moment.lives.size(), place == 0, base));
    }
    if (in.has("panes") && (moment.panes.empty() || moment.panes.size() > 2)) {
      in.fail("panes", "length", "give one pane, or two side by side");
    }
  }

  /// What stays from the Moment before must go with what is new.
  void checkKept(const JsonNode& node, const Moment& moment) {
    const std::size_t lives = moment.lives.size();
    for (const MomentPane& pane : moment.panes) {
      if (static_cast<std::size_t>(pane.life) >= lives) {
        issues_.add(node.issue(
            "contradiction", "a pane still shows the second life, which is gone; name the panes"));
      } else if (pane.baseline == scene::Baseline::reference && lives < 2) {
        issues_.add(node.issue("contradiction",
                               "there is no other life to compare with; name the panes anew"));
      }
    }
  }

  void readLives(ObjectReader& in, Moment& moment) {
    const std::vector<JsonNode> nodes = in.array("lives");
    if (in.has("lives") && (nodes.empty() || nodes.size() > Document::kMostLives)) {
      in.fail("lives", "length", "give one life, or two to be compared");
      return;
    }
    for (const JsonNode& node : nodes) moment.lives.push_back(readLife(node));
  }

  MomentLife readLife(const JsonNode& node) {
    MomentLife life;
    if (node.kind() == JsonNode::Kind::string) {
      life.name = node.asString();
      readNamed(node, life);
      return life;
    }
    if (node.kind() != JsonNode::Kind::object) {
      issues_.add(node.issue("wrong-type", "must be the name of a life, or a life"));
      return life;
    }
    if (const auto spans = node.find("life"); spans && spans->size() > Life::kMostSpans) {
      issues_.add(spans->issue("length", "a life can hold " + std::to_string(Life::kMostSpans) +
                                             " spans at most; leave out the others"));
      return life;
    }
    const sim::ScenarioFile file = sim::readScenario(node, *content_.model, issues_);
    if (file.lives.size() == 1) {
      life.scenario = file.lives.front();
    } else if (!file.lives.empty()) {
      issues_.add(node.issue("length", "give one life here, not several"));
    }
    return life;
  }

  void readNamed(const JsonNode& node, MomentLife& life) {
    try {
      life = readNamedLife(content_, life.name);
    } catch (const ContentError& error) {
      for (const Issue& issue : error.issues()) {
        issues_.add(node.issue("unknown-life", "the life cannot be read: " + issue.text()));
      }
    } catch (const Error& error) {
      issues_.add(node.issue("unknown-life", error.what()));
    }
  }

  void readPlay(const JsonNode& node, Moment& moment) {
    ObjectReader in(node, issues_);
    moment.speed = in.number("speed", {Clock::kSlowest, Clock::kFastest, "years/s"}, moment.speed);
    const std::string way = moment.forward ? "forward" : "backward";
    moment.forward = in.oneOf("direction", {"forward", "backward"}, way) == "forward";
    const std::string before = modeWords()[static_cast<std::size_t>(moment.mode)];
    const std::string mode = in.oneOf("mode", modeWords(), before);
    if (const auto at = std::ranges::find(modeWords(), mode); at != modeWords().end()) {
      moment.mode = static_cast<Clock::Mode>(at - modeWords().begin());
    }
    moment.from = in.number("from", kAges, moment.from);
    moment.to = in.number("to", kAges, moment.to);
    if (moment.to - moment.from < Clock::kShortestSpan) {
      in.fail("to", "reversed", "must be at least three months after \"from\"");
    }
    in.finish();
  }

  /// Members that are not there stay as `base` has them.
  MomentPane readPane(const JsonNode& node, std::size_t lives, bool first,
                      const std::optional<MomentPane>& base) {
    ObjectReader in(node, issues_);
    MomentPane pane = base.value_or(MomentPane{});
    const auto last = static_cast<double>(std::max<std::size_t>(lives, 1)) - 1;
    pane.life = in.integer("life", {0, last, ""}, pane.life);
    const std::string before = baselineWords()[static_cast<std::size_t>(pane.baseline)];
    const std::string baseline = in.oneOf("baseline", baselineWords(), before);
    if (const auto at = std::ranges::find(baselineWords(), baseline); at != baselineWords().end()) {
      pane.baseline = static_cast<scene::Baseline>(at - baselineWords().begin());
    }
    if (in.has("baseline") && pane.baseline == scene::Baseline::reference && lives < 2) {
      in.fail("baseline", "contradiction", "there is no other life to compare with; add one");
    }
    readLook(in, pane, base.has_value());
    if (!base || in.has("camera")) readCamera(in, pane, first);
    if (const auto selection = in.raw("selection")) {
      pane.selection = {};
      if (!base || selection->kind() != JsonNode::Kind::null) {
        pane.selection = readSelection(*selection);
      }
    }
    in.finish();
    return pane;
  }

  void readLook(ObjectReader& in, MomentPane& pane, bool mayStay) {
    try {
      if (!mayStay || in.has("look")) pane.look = content_.looks->get(in.text("look"));
      if (const auto changes = in.object("changes", false)) {
        pane.look = scene::readLook(*changes, content_.catalogue(), pane.look, issues_);
      }
    } catch (const RefusedError& error) {
      (void)in.raw("changes");
      if (in.has("look")) in.fail("look", "unknown-look", error.what());
    }
  }

  void readCamera(ObjectReader& in, MomentPane& pane, bool first) {
    const auto node = in.raw("camera");
    if (!node) {
      pane.ownCamera = first;
      if (first) pane.camera.preset = "home";
      return;
    }
    if (node->kind() == JsonNode::Kind::object) {
      pane.camera = readPose(*node);
      return;
    }
    std::vector<std::string> words;
    if (!first) words.emplace_back("shared");
    for (const scene::Preset preset : scene::allPresets()) words.emplace_back(presetId(preset));
    const std::string word = in.oneOf("camera", words);
    pane.ownCamera = word != "shared";
    if (pane.ownCamera) pane.camera.preset = word;
  }

  MomentCamera readPose(const JsonNode& node) {
    ObjectReader in(node, issues_);
    MomentCamera camera;
    const std::vector<double> target =
        in.numbers("target", {-kFarthestMm, kFarthestMm, "mm"}, false);
    if (target.size() == 3) {
      std::ranges::copy(target, camera.target.begin());
    } else if (in.has("target")) {
      in.fail("target", "length", "a target is three numbers: right, front and up in mm");
    }
    camera.azimuth = in.number("azimuth", {-360, 360, "degrees"});
    camera.elevation = in.number("elevation", {-90, 90, "degrees"});
    camera.roll = in.number("roll", {-360, 360, "degrees"}, 0);
    camera.zoom = in.number("zoom", {0.1, 20, ""}, 1);
    in.finish();
    return camera;
  }

  RegionSelection readSelection(const JsonNode& node) {
    ObjectReader in(node, issues_);
    RegionSelection selection;
    const std::string region = in.oneOf("region", content_.catalogue().regionIds());
    selection.region = content_.catalogue().regionIndex(region).value_or(-1);
    const std::string side = in.oneOf("side", {"both", "left", "right"}, "both");
    if (side == "left") selection.hemisphere = Hemisphere::left;
    if (side == "right") selection.hemisphere = Hemisphere::right;
    in.finish();
    return selection;
  }

  MomentSpan readSpan(const JsonNode& node, const Moment& moment) {
    ObjectReader in(node, issues_);
    MomentSpan span;
    const auto lives = static_cast<double>(std::max<std::size_t>(moment.lives.size(), 1));
    span.life = in.integer("life", {0, lives - 1, ""}, 0);
    span.index = in.integer("index", {0, static_cast<double>(Life::kMostSpans), ""});
    in.finish();
    return span;
  }

  const Content& content_;
  IssueList& issues_;
};

}  // namespace

Moment readMoment(const JsonNode& node, const Content& content, IssueList& issues) {
  return MomentReader(content, issues).read(node);
}

Moment readMomentChanges(const JsonNode& node, const Moment& before, const Content& content,
                         IssueList& issues) {
  return MomentReader(content, issues).readChanges(node, before);
}

Moment readMoment(std::string_view text, const std::string& name, const Content& content) {
  const JsonDocument document = JsonDocument::parse(text, name);
  IssueList issues;
  Moment moment = readMoment(document.root(), content, issues);
  issues.throwIfAny();
  return moment;
}

}  // namespace syn::session
