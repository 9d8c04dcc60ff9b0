#include "session/life.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace syn::session {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

bool oneSided(const std::string& hemisphere) {
  return hemisphere == "left" || hemisphere == "right";
}

}  // namespace

bool sameThing(const Lived& a, const Lived& b) {
  const sim::Entry& x = a.rest;
  const sim::Entry& y = b.rest;
  const bool apart =
      oneSided(x.hemisphere) && oneSided(y.hemisphere) && x.hemisphere != y.hemisphere;
  const bool samePair = (x.from == y.from && x.to == y.to) || (x.from == y.to && x.to == y.from);
  return a.lane == b.lane && !apart && samePair && x.skill == y.skill && x.target == y.target &&
         x.region == y.region && x.path == y.path;
}

bool operator==(const Life& a, const Life& b) {
  return a.others_ == b.others_ &&
         std::ranges::equal(a.spans_, b.spans_,
                            [](const Lived& x, const Lived& y) { return x == y; });
}

Life::Life(Lanes lanes, const sim::Schedule& schedule) : lanes_(std::move(lanes)) {
  for (const sim::Entry& entry : schedule) {
    const int lane = laneIndex(*lanes_, entry.exposure);
    if (lane < 0) {
      others_.push_back(entry);
      continue;
    }
    Span span;
    span.id = nextId_++;
    span.lane = lane;
    span.fromAge = entry.fromWeek / kWeeksPerYear;
    span.toAge = entry.toWeek / kWeeksPerYear;
    span.dose = entry.dose.mean;
    span.rest = entry;
    span.rest.exposure.clear();
    span.rest.fromWeek = span.rest.toWeek = span.rest.dose.mean = 0;
    spans_.push_back(std::move(span));
  }
}

const std::vector<Lane>& Life::lanes() const {
  static const std::vector<Lane> kNone;
  return lanes_ ? *lanes_ : kNone;
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

bool Life::lives(int lane) const {
  return std::ranges::find(spans_, lane, &Span::lane) != spans_.end();
}

int Life::row(int id) const {
  const Span* wanted = find(id);
  if (wanted == nullptr) return 0;
  // In order of their begin, each span takes the first row that is free by then.
  std::vector<const Span*> onLane;
  for (const Span& span : spans_) {
    if (span.lane == wanted->lane) onLane.push_back(&span);
  }
  std::ranges::stable_sort(onLane, {}, &Span::fromAge);
  std::vector<double> takenUntil;
  for (const Span* span : onLane) {
    const auto free =
        std::ranges::find_if(takenUntil, [&](double until) { return until <= span->fromAge; });
    const auto row = static_cast<int>(free - takenUntil.begin());
    if (span == wanted) return row;
    if (free == takenUntil.end()) {
      takenUntil.push_back(span->toAge);
    } else {
      *free = span->toAge;
    }
  }
  return 0;
}

sim::Entry Life::entryOf(const Span& span) const {
  sim::Entry entry = span.rest;
  entry.exposure = lanes()[index(span.lane)].exposure;
  entry.fromWeek = std::round(span.fromAge * kWeeksPerYear);
  entry.toWeek = std::round(span.toAge * kWeeksPerYear);
  entry.dose.mean = span.dose;
  return entry;
}

sim::Schedule Life::schedule() const {
  return scheduleWithout(-1);
}

sim::Schedule Life::scheduleWithout(int lane) const {
  sim::Schedule schedule = others_;
  for (const Span& span : spans_) {
    if (span.lane != lane) schedule.push_back(entryOf(span));
  }
  return schedule;
}

int Life::indexOf(int id) const {
  const Span* span = find(id);
  return span == nullptr ? -1 : static_cast<int>(span - spans_.data());
}

int Life::idAt(int at) const {
  return at < 0 || at >= static_cast<int>(spans_.size()) ? 0 : spans_[index(at)].id;
}

int Life::spanOfEntry(std::size_t entry) const {
  if (entry < others_.size() || entry - others_.size() >= spans_.size()) return 0;
  return spans_[entry - others_.size()].id;
}

bool Life::instant(const Span& span) const {
  return lanes()[index(span.lane)].event || span.rest.acute;
}

/// The ages a span may fill: those of its lane, up to the neighbours that say the same.
Life::Gap Life::room(const Span& span) const {
  const Lane& lane = lanes()[index(span.lane)];
  Gap gap{lane.fromAge, lane.toAge};
  if (instant(span)) return gap;
  for (const Span& other : spans_) {
    if (other.id == span.id || instant(other) || !sameThing(other, span)) continue;
    if (other.toAge <= span.fromAge) gap.from = std::max(gap.from, other.toAge);
    if (other.fromAge >= span.toAge) gap.to = std::min(gap.to, other.fromAge);
  }
  return gap;
}

std::optional<int> Life::add(int lane, double age) {
  return add(lane, age, lanes().at(index(lane)).years);
}

std::optional<int> Life::add(int lane, double age, double years) {
  const Lane& info = lanes().at(index(lane));
  if (spans_.size() >= kMostSpans || std::isnan(age) || std::isnan(years)) return std::nullopt;
  Span span;
  span.id = nextId_;
  span.lane = lane;
  span.dose = info.typical;
  span.rest = info.with;
  const bool event = instant(span);
  age = std::clamp(age, 0.0, event ? kEnd : kEnd - kShortest);
  if (age < info.fromAge || age > info.toAge) return std::nullopt;
  span.fromAge = span.toAge = age;
  if (!event) {
    const bool taken = std::ranges::any_of(spans_, [&](const Span& other) {
      return !instant(other) && sameThing(other, span) && other.fromAge <= age && age < other.toAge;
    });
    if (taken) return std::nullopt;
    const Gap gap = room(span);
    span.toAge = std::min(age + std::max(years, kShortest), gap.to);
    span.fromAge = std::max(gap.from, std::min(age, span.toAge - kShortest));
    if (span.toAge - span.fromAge < kShortest) return std::nullopt;
  }
  spans_.push_back(std::move(span));
  return nextId_++;
}

std::optional<int> Life::copy(int id) {
  const Span* found = find(id);
  if (found == nullptr) return std::nullopt;
  const Span original = *found;
  double age = original.toAge;
  // Behind the neighbours that leave no room in between.
  while (true) {
    const auto blocked = std::ranges::find_if(spans_, [&](const Span& other) {
      return !instant(other) && sameThing(other, original) && other.fromAge < age + kShortest &&
             age < other.toAge;
    });
    if (instant(original) || blocked == spans_.end()) break;
    age = blocked->toAge;
  }
  Span span = original;
  span.id = nextId_;
  span.fromAge = span.toAge = instant(original) ? std::min(age + 1, kEnd) : age;
  const Gap gap = room(span);
  if (span.fromAge > gap.to || spans_.size() >= kMostSpans) return std::nullopt;
  if (!instant(original)) {
    span.toAge = std::min(age + original.toAge - original.fromAge, gap.to);
    if (span.toAge - span.fromAge < kShortest) return std::nullopt;
  }
  spans_.push_back(std::move(span));
  return nextId_++;
}

void Life::remove(int id) {
  std::erase_if(spans_, [id](const Span& span) { return span.id == id; });
}

void Life::setDose(int id, double dose) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(dose)) return;
  const Lane& lane = lanes()[index(span->lane)];
  span->dose = std::clamp(dose, lane.low, lane.high);
}

void Life::setFrom(int id, double age) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(age)) return;
  if (instant(*span)) return moveTo(id, age);
  const double from = room(*span).from;
  span->fromAge = std::clamp(age, from, std::max(from, span->toAge - kShortest));
}

void Life::setTo(int id, double age) {
  Span* span = get(id);
  if (span == nullptr || std::isnan(age)) return;
  if (instant(*span)) return moveTo(id, age);
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

void Life::change(int id, const std::function<void(sim::Entry&)>& edit) {
  Span* span = get(id);
  if (span == nullptr) return;
  Span changed = *span;
  edit(changed.rest);
  const bool meets = std::ranges::any_of(spans_, [&](const Span& other) {
    return other.id != id && !instant(changed) && !instant(other) && sameThing(other, changed) &&
           other.fromAge < changed.toAge && changed.fromAge < other.toAge;
  });
  if (!meets) *span = std::move(changed);
}

}  // namespace syn::session
