#pragma once

#include <optional>
#include <vector>

#include "base/message.h"
#include "scene/frame_state.h"
#include "scene/look.h"
#include "scene/visibility.h"
#include "sim/trajectory.h"

namespace syn::scene {

/// A region as a label names it: "Amygdala", or "Amygdala, right" for one side.
[[nodiscard]] Message regionName(const Region& region, std::optional<Hemisphere> side = {});
[[nodiscard]] Message structureName(const Catalogue& catalogue, int structure);
/// A region as it stands inside a sentence: "the right amygdala".
[[nodiscard]] Message regionInline(const Region& region, std::optional<Hemisphere> side = {});

/// What a life is called: as its author typed it, or the message of a life the program brings.
[[nodiscard]] Message lifeTitle(const sim::Scenario& scenario);

/// The state in one sentence, for the screen and for screen readers. Speaks of what the picture
/// shows: of density where colour shows density, else of size; of the selected structure (of both
/// sides when both are), or else of the one that changed most. `visibility` is that of `look`.
[[nodiscard]] Message stateSentence(const Catalogue& catalogue, const FrameState& frame,
                                    const Look& look, const Visibility& visibility,
                                    const Pointing& pointing);

/// A region of a life against the norm for the age, and what made the difference.
struct NormComparison {
  Message region;                  ///< of `regionInline`
  double age = 0;                  ///< years
  std::optional<double> change;    ///< fraction of the norm's volume; none = no such number
  std::vector<Message> helping{};  ///< what raised it, largest first; two are named
  std::vector<Message> harming{};  ///< what lowered it, largest first; two are named
};

/// "At 70, the hippocampus is 4.6 % below the norm for that age: exercise held it up, chronic
/// stress pulled it down."
[[nodiscard]] Message normSentence(const NormComparison& comparison);

/// Below this a change reads as 0.0 % and is not worth a sentence.
inline constexpr double kSmallestChange = 0.0005;

/// What a frame is compared with, as `select` of messages knows it: "own", "norm" or "other".
[[nodiscard]] std::string baselineWord(Baseline baseline);

}  // namespace syn::scene
