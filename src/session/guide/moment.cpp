#include "session/guide/moment.h"

#include <algorithm>
#include <cmath>

#include "base/files.h"
#include "session/life.h"
#include "sim/scenario_reader.h"

namespace syn::session {
namespace {

constexpr double kSamePose = 1e-6;
constexpr const char* kOpening = "moments/opening.json";
constexpr double kUsualAge = 40;
constexpr double kYearsIn = 4;  // into the longest thing lived, there is most to see

bool alike(const scene::CameraPose& a, const scene::CameraPose& b) {
  const auto near = [](double x, double y) { return std::abs(x - y) < kSamePose; };
  return near(a.target[0], b.target[0]) && near(a.target[1], b.target[1]) &&
         near(a.target[2], b.target[2]) && near(std::remainder(a.azimuth - b.azimuth, 360), 0) &&
         near(a.elevation, b.elevation) && near(a.roll, b.roll) && near(a.distance, b.distance);
}

double fitDistance(const scene::Camera& camera) {
  return camera.presetPose(scene::Preset::home).distance;
}

}  // namespace

scene::CameraPose MomentCamera::pose(const scene::Camera& in) const {
  if (const auto known = scene::presetFromId(preset)) return in.presetPose(*known);
  scene::CameraPose pose = in.presetPose(scene::Preset::home);
  pose.target = target;
  pose.azimuth = azimuth;
  pose.elevation = elevation;
  pose.roll = roll;
  pose.distance = fitDistance(in) / zoom;
  return pose;
}

MomentCamera MomentCamera::of(const scene::Camera& camera) {
  MomentCamera result;
  const scene::CameraPose& pose = camera.pose();
  for (const scene::Preset preset : scene::allPresets()) {
    if (!alike(pose, camera.presetPose(preset))) continue;
    result.preset = scene::presetId(preset);
    return result;
  }
  result.target = pose.target;
  result.azimuth = std::remainder(pose.azimuth, 360);
  result.elevation = pose.elevation;
  result.roll = pose.roll;
  result.zoom = fitDistance(camera) / pose.distance;
  return result;
}

const std::vector<std::string>& baselineWords() {
  static const std::vector<std::string> kWords{"own_adult", "norm", "other_life"};
  return kWords;
}

const std::vector<std::string>& modeWords() {
  static const std::vector<std::string> kWords{"once", "loop", "ping_pong"};
  return kWords;
}

Moment loadMoment(const std::filesystem::path& file, const Content& content) {
  return readMoment(readFile(file, JsonDocument::kMaxBytes), file.string(), content);
}

std::optional<std::filesystem::path> findMoment(const std::filesystem::path& data,
                                                const std::string& word) {
  const std::filesystem::path own = data / "moments" / (word + ".json");
  if (std::filesystem::is_regular_file(own)) return own;
  const std::filesystem::path file = word;
  if (!std::filesystem::is_regular_file(file)) return std::nullopt;
  // A scenario tells "life" or "lives" under a title; only a Moment says which version it is.
  const JsonDocument document = JsonDocument::load(file);
  const bool moment = document.root().find("version").has_value();
  return moment ? std::optional(file) : std::nullopt;
}

MomentLife readNamedLife(const Content& content, const std::string& name) {
  const sim::ScenarioPlace place = sim::findScenario(content.data, name);
  return {name, sim::loadScenarioFile(place.file, *content.model).life(place.life)};
}

Moment readOpening(const Content& content, const std::string& word) {
  if (word.empty()) return loadMoment(content.data / kOpening, content);
  if (const auto file = findMoment(content.data, word)) return loadMoment(*file, content);
  return momentOfLife(content, word);
}

Moment momentOfLife(const Content& content, const std::string& name) {
  Moment moment = loadMoment(content.data / kOpening, content);
  moment.lives = {readNamedLife(content, name)};
  moment.age = kUsualAge;
  moment.span.reset();
  const Life life(lanesOf(*content.model), moment.lives.front().scenario.life);
  const auto longest = std::ranges::max_element(
      life.spans(), {}, [](const Span& span) { return span.toAge - span.fromAge; });
  if (longest != life.spans().end() && longest->toAge > longest->fromAge) {
    moment.age = std::min(longest->fromAge + kYearsIn, longest->toAge);
    moment.span = MomentSpan{0, static_cast<int>(longest - life.spans().begin())};
  }
  return moment;
}

}  // namespace syn::session
