#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "session/content.h"
#include "session/guide/moment.h"

namespace syn::session {

/// One thing a lecturer shows: where to, how, and what is said.
struct TourStep {
  std::string id;                     ///< a word of its own in the tour
  Moment moment;                      ///< all of it, however the file tells it
  double seconds = 2;                 ///< of the way from the step before
  bool runs = false;                  ///< the span of ages of `moment` is played on arrival
  double minutes = 1;                 ///< planned
  Message caption;                    ///< for the room, at most twelve words
  std::vector<Message> notes;         ///< for the lecturer
  Message question;                   ///< to the audience; may be empty
  std::vector<std::string> evidence;  ///< ids of findings
};

/// Steps in order. A tour the program brings says its words by keys of data/i18n ("tour.ID.STEP.
/// caption", ".note_1", ".question"); a lecturer's own file may hold the words themselves.
struct Tour {
  static constexpr int kVersion = 1;
  static constexpr std::size_t kMostSteps = 200;
  std::string id;  ///< name of its file
  Message title, summary;
  std::vector<TourStep> steps;

  [[nodiscard]] double minutes() const;  ///< planned, of all steps
};

/// Reads a tour and every Moment and life it names. Everything wrong becomes an issue; the result
/// is only usable when there are none.
[[nodiscard]] Tour readTour(const JsonNode& node, const std::string& id, const Content& content,
                            IssueList& issues);
/// The same from a text; `name` stands for the file in messages. Throws ContentError.
[[nodiscard]] Tour readTour(std::string_view text, const std::string& name, const Content& content);
[[nodiscard]] Tour loadTour(const std::filesystem::path& file, const Content& content);

/// The studies behind a step, to be said in one line; empty where there are none. A number that was
/// only remembered, and not read again, is called provisional.
[[nodiscard]] Message sourcesOf(const TourStep& step, const Catalogue& catalogue);

/// Names of the tours the program brings, in the order in which they are given.
[[nodiscard]] std::vector<std::string> tourNames(const std::filesystem::path& data);
/// The file of a tour by its name, or the file a person names. Throws RefusedError with the nearest
/// name when there is none.
[[nodiscard]] std::filesystem::path findTour(const std::filesystem::path& data,
                                             const std::string& word);

}  // namespace syn::session
