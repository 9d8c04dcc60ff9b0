#include "session/life.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace syn::session {
namespace {

struct LaneRecipe {
  const char* exposure;
  const char* family;
  double highest;  // a lane ends here even where the model would take more
  double typical;  // dose of a span just added, in the exposure's unit
  double step;
};

constexpr std::array kRecipes{
    LaneRecipe{"aerobic_exercise", "exercise", 420, 120, 10},
    LaneRecipe{"sleep", "sleep", 11, 5.5, 0.1},
    LaneRecipe{"learning", "learning", 40, 6, 1},
    LaneRecipe{"mindfulness", "mindfulness", 420, 150, 10},
    LaneRecipe{"chronic_stress", "stress", 1, 0.7, 0.05},
};

}  // namespace

std::vector<Lane> Life::lanesOf(const sim::Model& model) {
  std::vector<Lane> lanes;
  for (const LaneRecipe& recipe : kRecipes) {
    const sim::ExposureInfo* info = model.exposure(recipe.exposure);
    if (info == nullptr) continue;
    const double high = std::min(info->high, recipe.highest);
    lanes.push_back({recipe.exposure, recipe.family, info->low, high, info->baseline,
                     std::clamp(recipe.typical, info->low, high), recipe.step});
  }
  return lanes;
}

Life::Life(std::vector<Lane> lanes, const sim::Schedule& schedule) : lanes_(std::move(lanes)) {
  for (const sim::Entry& entry : schedule) {
    const auto lane = std::ranges::find(lanes_, entry.exposure, &Lane::exposure);
    if (lane == lanes_.end() || entry.acute) {
      others_.push_back(entry);
      continue;
    }
    spans_.push_back({nextId_++, static_cast<int>(lane - lanes_.begin()),
                      entry.fromWeek / kWeeksPerYear, entry.toWeek / kWeeksPerYear,
                      entry.dose.mean});
    entries_.push_back(entry);
  }
}

const Span* Life::find(int id) const {
  const auto found = std::ranges::find(spans_, id, &Span::id);
  return found == spans_.end() ? nullptr : &*found;
}

Span* Life::get(int id) {
  const auto found = std::ranges::find(spans_, id, &Span::id);
  return found == spans_.end() ? nullptr : &*found;
}

const Span* Life::at(int lane, double age) const {
  const auto found = std::ranges::find_if(spans_, [&](const Span& span) {
    return span.lane == lane && span.fromAge <= age && age < span.toAge;
  });
  return found == spans_.end() ? nullptr : &*found;
}

sim::Schedule Life::schedule() const {
  return scheduleWithout(-1);
}

sim::Schedule Life::scheduleWithout(int lane) const {
  sim::Schedule schedule = others_;
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    if (spans_[i].lane == lane) continue;
    sim::Entry entry = entries_[i];
    entry.fromWeek = std::round(spans_[i].fromAge * kWeeksPerYear);
    entry.toWeek = std::round(spans_[i].toAge * kWeeksPerYear);
    entry.dose.mean = spans_[i].dose;
    schedule.push_back(std::move(entry));
  }
  return schedule;
}

Life::Gap Life::room(const Span& span) const {
  Gap gap{0, kEnd};
  for (const Span& other : spans_) {
    if (other.lane != span.lane || other.id == span.id) continue;
    if (other.toAge <= span.fromAge) gap.from = std::max(gap.from, other.toAge);
    if (other.fromAge >= span.toAge) gap.to = std::min(gap.to, other.fromAge);
  }
  return gap;
}

std::optional<int> Life::add(int lane, double age, double years) {
  const Lane& info = lanes_.at(static_cast<std::size_t>(lane));
  age = std::clamp(age, 0.0, kEnd - kShortest);
  if (at(lane, age) != nullptr) return std::nullopt;
  Span span{nextId_, lane, age, age, info.typical};
  const Gap gap = room(span);
  span.toAge = std::min(age + years, gap.to);
  span.fromAge = std::max(gap.from, std::min(age, span.toAge - kShortest));
  if (span.toAge - span.fromAge < kShortest) return std::nullopt;
  sim::Entry entry;
  entry.exposure = info.exposure;
  if (info.family == "learning") {
    entry.skill = "instrument";
    entry.novelty = 0.8;
    entry.challenge = 0.7;
  }
  spans_.push_back(span);
  entries_.push_back(std::move(entry));
  return nextId_++;
}

void Life::remove(int id) {
  const auto found = std::ranges::find(spans_, id, &Span::id);
  if (found == spans_.end()) return;
  entries_.erase(entries_.begin() + (found - spans_.begin()));
  spans_.erase(found);
}

void Life::setDose(int id, double dose) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(dose)) return;
  const Lane& lane = lanes_[static_cast<std::size_t>(span->lane)];
  span->dose = std::clamp(dose, lane.low, lane.high);
}

void Life::setFrom(int id, double age) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(age)) return;
  const double from = room(*span).from;
  span->fromAge = std::clamp(age, from, std::max(from, span->toAge - kShortest));
}

void Life::setTo(int id, double age) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(age)) return;
  const double to = room(*span).to;
  span->toAge = std::clamp(age, std::min(to, span->fromAge + kShortest), to);
}

void Life::moveTo(int id, double fromAge) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(fromAge)) return;
  const Gap gap = room(*span);
  const double length = span->toAge - span->fromAge;
  span->fromAge = std::clamp(fromAge, gap.from, std::max(gap.from, gap.to - length));
  span->toAge = span->fromAge + length;
}

bool Life::sameAs(const Life& other) const {
  return std::ranges::equal(spans_, other.spans_, [](const Span& a, const Span& b) {
    return a.lane == b.lane && a.fromAge == b.fromAge && a.toAge == b.toAge && a.dose == b.dose;
  });
}

}  // namespace syn::session
