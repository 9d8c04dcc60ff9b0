#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/message.h"
#include "scene/camera.h"
#include "scene/look.h"
#include "session/clock.h"
#include "session/content.h"
#include "session/region_reader.h"
#include "sim/trajectory.h"

namespace syn::session {

/// Where a pane is seen from, for any shape of window.
struct MomentCamera {
  std::string preset;  ///< id of a preset ("home"); empty = the numbers
  Vec3 target{0, -18, 8};
  double azimuth = 68, elevation = 14, roll = 0;  ///< degrees
  double zoom = 1;  ///< 1 = the whole brain fits the window; 2 = twice as near

  /// The pose in a viewport as the camera has it.
  [[nodiscard]] scene::CameraPose pose(const scene::Camera& in) const;
  /// What a camera shows now, by preset where it is one.
  static MomentCamera of(const scene::Camera& camera);
  friend bool operator==(const MomentCamera&, const MomentCamera&) = default;
};

struct MomentLife {
  std::string name;  ///< as in `render` ("musician", "phenomena/04_new_path#new"); empty = inline
  sim::Scenario scenario;
  friend bool operator==(const MomentLife&, const MomentLife&) = default;
};

struct MomentPane {
  int life = 0;
  scene::Baseline baseline = scene::Baseline::ownAdult;
  scene::Look look;
  bool ownCamera = true;  ///< false: it shares the camera of the first pane
  MomentCamera camera;
  RegionSelection selection;
  friend bool operator==(const MomentPane&, const MomentPane&) = default;
};

/// A span of a life, by its place among the spans.
struct MomentSpan {
  int life = 0;
  int index = 0;
  friend bool operator==(const MomentSpan&, const MomentSpan&) = default;
};

/// Everything that is on the stage, as one small value: saved files, steps of tours, pictures and
/// tests all say it this way. Written as JSON, see data/schema/moment.schema.json.
struct Moment {
  static constexpr int kVersion = 1;
  std::string caption{};  ///< key of data/i18n; empty = none
  std::vector<MomentLife> lives;
  double age = 25;
  double speed = 1;  ///< years a second
  bool forward = true;
  Clock::Mode mode = Clock::Mode::once;
  double from = Clock::kFirstAge, to = Clock::kLastAge;  ///< the span that is played
  std::vector<MomentPane> panes;
  std::optional<MomentSpan> span;  ///< the chosen one
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Reads a Moment. Everything wrong becomes an issue: unknown keys, words and ids, wrong types,
/// numbers out of range, lives the model refuses, another version. The result is only usable when
/// there are none. Reads the files of the lives it names.
[[nodiscard]] Moment readMoment(const JsonNode& node, const Content& content, IssueList& issues);
/// A Moment told by what is different from the one before: `lives`, `age`, `play`, `panes` and
/// `span`, of `play` and of each pane only the members that change. New lives choose no span; a
/// second pane that was not there before is like the first.
[[nodiscard]] Moment readMomentChanges(const JsonNode& node, const Moment& before,
                                       const Content& content, IssueList& issues);
/// A whole Moment from a text; `name` stands for the file in messages. Throws ContentError.
[[nodiscard]] Moment readMoment(std::string_view text, const std::string& name,
                                const Content& content);
[[nodiscard]] Moment loadMoment(const std::filesystem::path& file, const Content& content);

/// The text of a Moment, from which `readMoment` makes an equal one. Lives with a name are written
/// by it.
[[nodiscard]] std::string writeMoment(const Moment& moment, const Content& content);

/// Which file a person means by a word: a path, or the name of a Moment the program brings
/// ("opening", "phenomena/04_after"); nullopt when there is no such file, or it is a scenario.
[[nodiscard]] std::optional<std::filesystem::path> findMoment(const std::filesystem::path& data,
                                                              const std::string& word);

/// A life by its name or file, as it is said in a Moment. Throws what the readers throw.
[[nodiscard]] MomentLife readNamedLife(const Content& content, const std::string& name);
/// A life by its name or file as the opening Moment shows its own, in the middle of the longest
/// thing lived.
[[nodiscard]] Moment momentOfLife(const Content& content, const std::string& name);
/// What the program opens with: the Moment or the scenario a person means by `word`, or
/// data/moments/opening.json when it is empty.
[[nodiscard]] Moment readOpening(const Content& content, const std::string& word);

/// Words of the file format.
[[nodiscard]] const std::vector<std::string>& baselineWords();  ///< by Baseline
[[nodiscard]] const std::vector<std::string>& modeWords();      ///< by Clock::Mode

}  // namespace syn::session
