#include "session/life_runner.h"

#include <chrono>
#include <utility>

#include "base/error.h"
#include "base/log.h"

namespace syn::session {
namespace {

sim::Scenario nothingLived(sim::Scenario scenario) {
  scenario.life.clear();
  return scenario;
}

sim::Scenario living(sim::Scenario scenario, sim::Schedule life) {
  scenario.life = std::move(life);
  return scenario;
}

/// -1 for what the model holds no state of.
int resolveOrNone(const sim::Trajectory& life, const sim::Measure& measure) {
  try {
    return life.resolve(measure);
  } catch (const Error&) {
    return -1;
  }
}

}  // namespace

RegionReader::RegionReader(const sim::Trajectory& life) : life_(life) {
  using sim::Quantity;
  const auto rows = [&](Quantity quantity, const Region& region) {
    std::array<int, kSides> found{};
    constexpr std::array kSideWords{"left", "right", "both"};
    for (std::size_t side = 0; side < kSides; ++side) {
      sim::Measure measure;
      measure.quantity = quantity;
      measure.region = region.id;
      measure.hemisphere = region.midline ? "both" : kSideWords[side];
      found[side] = resolveOrNone(life, measure);
    }
    return found;
  };
  for (const Region& region : life.model().catalogue().regions) {
    volume_.push_back(rows(Quantity::volume, region));
    density_.push_back(rows(Quantity::density, region));
    reactivity_.push_back(rows(Quantity::reactivity, region));
  }
  sim::Measure births;
  births.quantity = Quantity::newNeuronsPerDay;
  newNeurons_ = resolveOrNone(life, births);
}

std::optional<double> RegionReader::read(const Rows& rows, const Place& place, double age) const {
  if (place.region < 0) return std::nullopt;
  std::size_t side = 2;
  if (place.hemisphere == Hemisphere::left) side = 0;
  if (place.hemisphere == Hemisphere::right) side = 1;
  const int resolved = rows.at(static_cast<std::size_t>(place.region))[side];
  if (resolved < 0) return std::nullopt;
  return life_.value(resolved, age);
}

std::optional<double> RegionReader::volume(const Place& place, double age) const {
  return read(volume_, place, age);
}

std::optional<double> RegionReader::density(const Place& place, double age) const {
  return read(density_, place, age);
}

std::optional<double> RegionReader::reactivity(const Place& place, double age) const {
  return read(reactivity_, place, age);
}

std::optional<double> RegionReader::newNeurons(double age) const {
  if (newNeurons_ < 0) return std::nullopt;
  return life_.value(newNeurons_, age);
}

ComputedLife::ComputedLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario)
    : trajectory(std::move(model), std::move(scenario)), regions(trajectory) {}

ShownLife::ShownLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario,
                     const ComputedLife& norm)
    : ComputedLife(std::move(model), std::move(scenario)), frames(trajectory, norm.trajectory) {}

// Both slots are made here: reading resolves measures in the norm, which only one thread may do.
LifeRunner::LifeRunner(std::shared_ptr<const sim::Model> model, const sim::Scenario& scenario)
    : model_(std::move(model)), scenario_(scenario), norm_(model_, nothingLived(scenario)) {
  for (std::unique_ptr<ShownLife>& slot : slots_) {
    slot = std::make_unique<ShownLife>(model_, scenario_, norm_);
  }
}

void LifeRunner::start(std::function<void()> ready) {
  ready_ = std::move(ready);
  worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

LifeRunner::~LifeRunner() = default;

void LifeRunner::request(const Life& life) {
  {
    const std::lock_guard lock(mutex_);
    wanted_ = life;
    causesCurrent_ = false;
  }
  wake_.notify_all();
}

bool LifeRunner::take() {
  const std::lock_guard lock(mutex_);
  const bool news = lifePending_ || causesPending_;
  if (lifePending_) {
    front_ = 1 - front_;
    lifePending_ = false;
  }
  if (causesPending_) {
    causesFront_ = 1 - causesFront_;
    causesPending_ = false;
    causesCurrent_ = !wanted_.has_value();
  }
  wake_.notify_all();
  return news;
}

void LifeRunner::finish() {
  for (;;) {
    take();
    std::unique_lock lock(mutex_);
    if (!wanted_ && !busy_ && !lifePending_ && !causesPending_) return;
    idle_.wait(lock, [this] { return lifePending_ || causesPending_ || (!wanted_ && !busy_); });
  }
}

const RegionReader* LifeRunner::without(int lane) const {
  const std::lock_guard lock(mutex_);
  const Causes& causes = causes_[causesFront_];
  const auto index = static_cast<std::size_t>(lane);
  if (!causesCurrent_ || index >= causes.lived.size() || !causes.lived[index]) return nullptr;
  return &causes.without[index]->regions;
}

double LifeRunner::lastMilliseconds() const {
  const std::lock_guard lock(mutex_);
  return lastMilliseconds_;
}

void LifeRunner::computeCauses(const Life& life, Causes& causes) {
  const std::size_t lanes = life.lanes().size();
  causes.without.resize(lanes);
  causes.lived.assign(lanes, false);
  for (const Span& span : life.spans()) causes.lived[static_cast<std::size_t>(span.lane)] = true;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    if (!causes.lived[lane]) continue;
    sim::Schedule schedule = life.scheduleWithout(static_cast<int>(lane));
    if (causes.without[lane]) {
      causes.without[lane]->trajectory.edit(std::move(schedule));
    } else {
      causes.without[lane] =
          std::make_unique<ComputedLife>(model_, living(scenario_, std::move(schedule)));
    }
  }
}

void LifeRunner::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Life life;
    {
      std::unique_lock lock(mutex_);
      // A result nobody has looked at yet keeps the worker waiting: it would be thrown away.
      if (!wake_.wait(lock, stop, [this] { return wanted_ && !lifePending_ && !causesPending_; })) {
        return;
      }
      life = std::move(*wanted_);
      wanted_.reset();
      busy_ = true;
    }
    try {
      const auto start = std::chrono::steady_clock::now();
      ShownLife& back = *slots_[1 - front_];
      back.trajectory.edit(life.schedule());
      back.frames.rebase();
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - start;
      bool calm = false;
      {
        const std::lock_guard lock(mutex_);
        lifePending_ = true;
        lastMilliseconds_ = took.count();
        calm = !wanted_.has_value();
      }
      ready_();
      if (calm) {
        computeCauses(life, causes_[1 - causesFront_]);
        const std::lock_guard lock(mutex_);
        causesPending_ = true;
      }
    } catch (const Error& error) {
      // Lives are edited within the ranges the model accepts; should one be refused all the same,
      // the last good one stays on show.
      log::error(error.what());
    }
    {
      const std::lock_guard lock(mutex_);
      busy_ = false;
    }
    idle_.notify_all();
    ready_();
  }
}

}  // namespace syn::session
