#pragma once

#include <vector>

#include "base/error.h"
#include "sim/life_plan.h"

namespace syn::sim {

/// Refuses what a schedule cannot hold together: two spans of one thing at once, weeks of more than
/// 168 hours, exposures that exclude each other. `planned` are the entries of `schedule`, in its
/// order. Each entry is named at most once for each rule it breaks, so that the time taken and the
/// number of issues grow with the number of entries and not with that of their pairs.
void refuseConflicts(const Model::Impl& model, const Schedule& schedule,
                     const std::vector<PlannedEntry>& planned, IssueList& issues);

}  // namespace syn::sim
