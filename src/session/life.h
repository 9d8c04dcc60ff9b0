#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "session/lane.h"
#include "sim/schedule.h"

namespace syn::session {

/// What is lived on a lane over a span of ages: a plain value, compared member by member.
struct Lived {
  int lane = 0;
  double fromAge = 0;  ///< years, half open
  double toAge = 0;    ///< equal to `fromAge` for an event
  double dose = 0;     ///< in the lane's unit
  sim::Entry rest;     ///< what else the entry says; its exposure, times and mean dose are unused
  friend bool operator==(const Lived&, const Lived&) = default;
};

/// Something lived, under an id that stays the same while it is edited.
struct Span : Lived {
  int id = 0;
};

/// A life as spans on lanes that people can edit, made from a schedule and turned back into one.
/// Entries of the schedule that no lane shows are kept as they are.
///
/// Invariants: spans lie in the ages of their lane, last at least `kShortest` (instants: not at
/// all), never overlap with another that says the same of the same lane, and their doses are in
/// range. Every edit is brought into these bounds rather than refused; what several lanes together
/// make impossible is the model's to say (`Document::edit`).
class Life {
 public:
  static constexpr double kShortest = 0.25;  ///< years
  static constexpr double kEnd = 100;        ///< years
  static constexpr double kWeeksPerYear = 52;
  static constexpr std::size_t kMostSpans = 400;

  Life() = default;
  Life(Lanes lanes, const sim::Schedule& schedule);

  [[nodiscard]] const std::vector<Lane>& lanes() const;
  [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }
  [[nodiscard]] const Span* find(int id) const;
  /// Place among the spans, which stays when a life is written and read again; -1 = none.
  [[nodiscard]] int indexOf(int id) const;
  [[nodiscard]] int idAt(int index) const;  ///< 0 = none
  /// The first span of a lane that holds an age, or nullptr.
  [[nodiscard]] const Span* at(int lane, double age) const;
  /// Row of a span within its lane, for spans that overlap because they say different things.
  [[nodiscard]] int row(int id) const;
  [[nodiscard]] bool lives(int lane) const;  ///< something is lived on the lane

  /// Entries without a lane first, then the spans in their order.
  [[nodiscard]] sim::Schedule schedule() const;
  /// The same life with one lane left at its baseline.
  [[nodiscard]] sim::Schedule scheduleWithout(int lane) const;
  /// The span that an entry of `schedule()` came from; 0 = none.
  [[nodiscard]] int spanOfEntry(std::size_t entry) const;

  /// Adds a span of the lane's usual length from an age on, as long as the gap allows. Returns its
  /// id, or nullopt when there is no room or the lane is not for that age.
  std::optional<int> add(int lane, double age);
  std::optional<int> add(int lane, double age, double years);
  /// A copy of a span where the lane is next free; nullopt when there is no room.
  std::optional<int> copy(int id);
  void remove(int id);
  void setDose(int id, double dose);
  /// Moves one end; it stops at the neighbour, at the ages of the lane, and `kShortest` from the
  /// other.
  void setFrom(int id, double age);
  void setTo(int id, double age);
  /// Moves the whole span, keeping its length.
  void moveTo(int id, double fromAge);
  /// Changes what else a span says: skill, target, path, region, hemisphere, novelty ...
  void change(int id, const std::function<void(sim::Entry&)>& edit);

  /// Same things lived in the same order; ids do not matter.
  friend bool operator==(const Life& a, const Life& b);

 private:
  struct Gap {
    double from, to;
  };
  [[nodiscard]] Gap room(const Span& span) const;
  [[nodiscard]] bool instant(const Span& span) const;
  [[nodiscard]] sim::Entry entryOf(const Span& span) const;
  void place(Span& span, double fromAge, double toAge) const;
  Span* get(int id);

  Lanes lanes_;
  std::vector<Span> spans_;
  sim::Schedule others_;
  int nextId_ = 1;
};

/// Whether two things lived say how much there is of one and the same: then they cannot overlap.
[[nodiscard]] bool sameThing(const Lived& a, const Lived& b);

}  // namespace syn::session
