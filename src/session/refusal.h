#pragma once

#include "base/message.h"
#include "session/life.h"
#include "sim/model.h"
#include "sim/schedule.h"

namespace syn::session {

/// Why a life cannot be lived, as the model sees it: the first reason, or an empty message. The key
/// is "refusal.<rule>" with the values `lane` (a message), `from` and `to` (ages), `dose`.
[[nodiscard]] Message refusalOf(const sim::Model& model, const sim::PersonSpec& person,
                                const Life& life);

/// Why a span could not be added to a lane at an age.
[[nodiscard]] Message refusalToAdd(const Life& life, int lane, double age);

/// The name of a lane, to be put into a sentence.
[[nodiscard]] Message laneName(const Lane& lane);

}  // namespace syn::session
