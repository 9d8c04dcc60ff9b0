#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model.h"
#include "sim/trajectory.h"

namespace syn::session {

/// One lane of the life line: an exposure with its span of doses.
struct Lane {
  std::string exposure;  ///< id in the model
  std::string family;    ///< colour family: exercise sleep learning mindfulness stress
  double low = 0;        ///< smallest dose, in the exposure's unit
  double high = 0;       ///< largest dose
  double baseline = 0;   ///< dose of an average life, lived wherever there is no span
  double typical = 0;    ///< dose of a span just added
  double step = 1;       ///< what one key press changes
};

/// A span lived on a lane. Ages in years, half open.
struct Span {
  int id = 0;  ///< stays the same while the span is edited
  int lane = 0;
  double fromAge = 0;
  double toAge = 0;
  double dose = 0;
};

/// A life as spans on lanes that people can edit, made from a schedule and turned back into one.
/// Entries of the schedule that no lane shows are kept as they are.
///
/// Invariants: spans lie in 0..100 years, last at least `kShortest`, never overlap on a lane, and
/// their doses are in range. Every edit is brought into these bounds rather than refused.
class Life {
 public:
  static constexpr double kShortest = 0.25;  ///< years
  static constexpr double kEnd = 100;        ///< years
  static constexpr double kWeeksPerYear = 52;

  /// Lanes for the exposures the window shows, in reading order; those the model lacks are left
  /// out.
  static std::vector<Lane> lanesOf(const sim::Model& model);

  Life() = default;
  Life(std::vector<Lane> lanes, const sim::Schedule& schedule);

  [[nodiscard]] const std::vector<Lane>& lanes() const { return lanes_; }
  [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }
  [[nodiscard]] const Span* find(int id) const;
  /// The span of a lane that holds an age, or nullptr.
  [[nodiscard]] const Span* at(int lane, double age) const;
  [[nodiscard]] sim::Schedule schedule() const;
  /// The same life with one lane left at its baseline.
  [[nodiscard]] sim::Schedule scheduleWithout(int lane) const;

  /// Adds a span of `years` around an age where the lane is free, as long as the gap allows.
  /// Returns its id, or nullopt when there is no room.
  std::optional<int> add(int lane, double age, double years);
  void remove(int id);
  void setDose(int id, double dose);
  /// Moves one end; it stops at the neighbour, at the ends of life, and `kShortest` from the other.
  void setFrom(int id, double age);
  void setTo(int id, double age);
  /// Moves the whole span, keeping its length.
  void moveTo(int id, double fromAge);

  /// Same spans and doses; ids do not matter.
  [[nodiscard]] bool sameAs(const Life& other) const;

 private:
  struct Gap {
    double from, to;
  };
  [[nodiscard]] Gap room(const Span& span) const;
  Span* get(int id);

  std::vector<Lane> lanes_;
  std::vector<Span> spans_;
  std::vector<sim::Entry> entries_;  ///< of each span, for what a lane does not show (skill ...)
  sim::Schedule others_;
  int nextId_ = 1;
};

}  // namespace syn::session
