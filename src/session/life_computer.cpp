#include "session/life_computer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
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

/// Whether one computed life can be edited into another: the same person under the same name.
bool samePerson(const sim::Scenario& a, const sim::Scenario& b) {
  return nothingLived(a) == nothingLived(b);
}

/// Edits a computed life, or makes it anew when it is another's.
void computeInto(std::unique_ptr<ComputedLife>& place,
                 const std::shared_ptr<const sim::Model>& model, sim::Scenario scenario) {
  if (place && samePerson(place->trajectory.scenario(), scenario)) {
    place->edit(std::move(scenario.life));
  } else {
    place = std::make_unique<ComputedLife>(model, std::move(scenario));
  }
}

}  // namespace

ComputedLife::ComputedLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario)
    : trajectory(std::move(model), std::move(scenario)), regions(trajectory), frames(trajectory) {}

void ComputedLife::edit(sim::Schedule life) {
  trajectory.edit(std::move(life));
  frames.rebase();
}

Message causeSplit() {
  return Message{"card.split", {}};
}

LifeComputer::LifeComputer(std::shared_ptr<const sim::Model> model) : model_(std::move(model)) {}

LifeComputer::~LifeComputer() = default;

void LifeComputer::computeNow(const std::vector<LifeStory>& stories) {
  compute(stories, slots_[front_]);
}

void LifeComputer::start(std::function<void()> ready) {
  ready_ = std::move(ready);
  worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

void LifeComputer::request(const std::vector<LifeStory>& stories) {
  {
    const std::lock_guard lock(mutex_);
    wanted_ = stories;
    causesCurrent_ = false;
  }
  wake_.notify_all();
}

bool LifeComputer::take() {
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

void LifeComputer::finish() {
  for (;;) {
    take();
    std::unique_lock lock(mutex_);
    if (!wanted_ && !busy_ && !lifePending_ && !causesPending_) return;
    idle_.wait(lock, [this] { return lifePending_ || causesPending_ || (!wanted_ && !busy_); });
  }
}

bool LifeComputer::causesKnown() const {
  const std::lock_guard lock(mutex_);
  return causesCurrent_;
}

double LifeComputer::lastMilliseconds() const {
  const std::lock_guard lock(mutex_);
  return lastMilliseconds_;
}

std::vector<Cause> LifeComputer::causes(int index, const RegionSelection& of, double age) const {
  std::vector<Cause> found;
  if (!causesKnown() || index >= count()) return found;
  const auto& without = causes_[causesFront_].at(static_cast<std::size_t>(index));
  const auto lived = story(index).life->regions.volume(of, age);
  const auto usual = story(index).norm->regions.volume(of, age);
  if (!lived || !usual) return found;
  double together = *lived - *usual;
  for (std::size_t lane = 0; lane < without.size(); ++lane) {
    if (!without[lane]) continue;
    const double share = *lived - without[lane]->regions.volume(of, age).value_or(*lived);
    found.push_back({static_cast<int>(lane), share});
    together -= share;
  }
  std::ranges::stable_sort(found, std::ranges::greater{},
                           [](const Cause& cause) { return std::abs(cause.share); });
  if (!found.empty()) found.push_back({-1, together});
  return found;
}

// --- the worker ----------------------------------------------------------------------------------

void LifeComputer::compute(const std::vector<LifeStory>& stories, Stories& into) const {
  into.resize(stories.size());
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const sim::Scenario scenario = stories[i].scenario();
    computeInto(into[i].life, model_, scenario);
    computeInto(into[i].norm, model_, nothingLived(scenario));
  }
}

void LifeComputer::computeCauses(const std::vector<LifeStory>& stories, Causes& into,
                                 const std::stop_token& stop) const {
  into.resize(stories.size());
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const Life& life = stories[i].life;
    into[i].resize(life.lanes().size());
    for (std::size_t lane = 0; lane < into[i].size(); ++lane) {
      const int number = static_cast<int>(lane);
      if (!life.lives(number)) {
        into[i][lane].reset();
      } else if (!stop.stop_requested() && !overtaken()) {
        computeInto(into[i][lane], model_, living(stories[i].told, life.scheduleWithout(number)));
      }
    }
  }
}

bool LifeComputer::overtaken() const {
  const std::lock_guard lock(mutex_);
  return wanted_.has_value();
}

void LifeComputer::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::vector<LifeStory> stories;
    {
      std::unique_lock lock(mutex_);
      // A result nobody has looked at yet keeps the worker waiting: it would be thrown away.
      if (!wake_.wait(lock, stop, [this] { return wanted_ && !lifePending_ && !causesPending_; })) {
        return;
      }
      stories = std::move(*wanted_);
      wanted_.reset();
      busy_ = true;
    }
    try {
      const auto start = std::chrono::steady_clock::now();
      compute(stories, slots_[1 - front_]);
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - start;
      {
        const std::lock_guard lock(mutex_);
        lifePending_ = true;
        lastMilliseconds_ = took.count();
      }
      ready_();
      computeCauses(stories, causes_[1 - causesFront_], stop);
      const std::lock_guard lock(mutex_);
      causesPending_ = !wanted_.has_value();
    } catch (const Error& error) {
      // Lives are edited within what the model accepts; should one be refused all the same, the
      // last good one stays on show.
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
