#pragma once

#include <functional>

namespace syn::session {

/// What changed, so that whoever shows it refreshes no more than it must.
enum class Change {
  document,   ///< the lives
  history,    ///< what can be undone or redone
  span,       ///< the chosen span
  refusal,    ///< something asked for was refused; `Session::refusal` says why
  age,        ///< the instant shown
  playing,    ///< playing, speed, direction, mode, span of ages
  selection,  ///< the selected region of a pane
  pointing,   ///< what the pointer is over
  look,       ///< how a pane looks at its life, or against what
  camera,     ///< where a pane is seen from
  reading,    ///< preferences of the reader
  panes,      ///< how many panes there are, which one is active, shared cameras
  tour,       ///< the tour, or the step of it that is shown
  caption,    ///< what is said about the Moment shown
  home,       ///< everything is as it was at first
  computed    ///< new numbers of the lives came
};

/// Hears of a change after it was made.
using Report = std::function<void(Change)>;

}  // namespace syn::session
