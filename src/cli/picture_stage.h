#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "render/picture/text_drawing.h"
#include "render/snapshot.h"
#include "session/session.h"
#include "words/texts.h"

namespace CLI {
class App;
}

namespace syn::cli {

/// What the verbs that draw have in common. Empty texts and 0 leave a Moment as it is; a scenario
/// then takes the usual values.
struct PictureOptions {
  std::string subject = "average";  ///< a Moment or a scenario
  std::string life;                 ///< which of the lives of a scenario
  std::string reference;            ///< compared with this life instead of the own adult
  std::string baseline;             ///< of `session::baselineWords`
  std::string beside;               ///< another Moment or scenario, in a pane of its own
  std::filesystem::path out;
  std::string look;
  std::string camera;
  std::string size = "1920x1080";
  double exaggeration = 0;
  std::optional<double> age;
  int samples = 8;
  bool noLegend = false;
  std::string language{words::kSourceLanguage};
};

/// "1920x1080" as width and height. Throws RefusedError.
[[nodiscard]] std::pair<int, int> readSize(const std::string& text);

void addPictureOptions(CLI::App& verb, PictureOptions& options);

/// The stage that the options describe, as the window would have it, and how to draw it.
class PictureStage {
 public:
  /// Throws RefusedError and ContentError before anything slow is done wherever that is possible.
  /// `content` with its anatomy, when it has been read before.
  explicit PictureStage(const PictureOptions& options,
                        std::shared_ptr<const session::Content> content = {});
  /// The stage at a Moment, whatever the subject of the options. `content` has its anatomy.
  PictureStage(const PictureOptions& options, std::shared_ptr<const session::Content> content,
               session::Moment moment);

  [[nodiscard]] session::Session& session() { return *session_; }
  [[nodiscard]] const session::Content& content() const { return *content_; }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  /// How the pane is drawn, in its part of the picture.
  [[nodiscard]] render::StillOptions still(const session::Pane& pane) const;
  /// All panes, side by side.
  [[nodiscard]] render::Still draw() const;

 private:
  void open(const PictureOptions& options, session::Moment opening);
  [[nodiscard]] session::Moment moment(const PictureOptions& options) const;

  render::TextDrawing textDrawing_;  ///< before any picture
  int width_ = 0, height_ = 0;       ///< of the whole picture
  int samples_ = 8;
  std::optional<words::Texts> texts_;
  std::shared_ptr<const session::Content> content_;
  std::unique_ptr<session::Session> session_;
};

}  // namespace syn::cli
