#pragma once

#include <QObject>

#include "ui/models/app.h"

namespace syn::ui {

/// What the models of the window have in common: each hears the session through the App, says words
/// through it, and decides nothing. Without a session their values are empty.
class Model : public QObject {
  Q_OBJECT

 public:
  explicit Model(App& app) : QObject(&app), app_(app) {
    connect(&app, &App::opened, this, [this] { opened(); });
    connect(&app, &App::changed, this, [this](session::Change change) { heard(change); });
  }

 protected:
  /// Another session is on the stage, or another language is spoken.
  virtual void opened() = 0;
  virtual void heard(session::Change change) = 0;

  [[nodiscard]] App& app() const { return app_; }
  [[nodiscard]] const session::Session* session() const { return app_.session(); }
  [[nodiscard]] QString say(const Message& message) const { return app_.say(message); }
  [[nodiscard]] static QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
  }

 private:
  App& app_;
};

}  // namespace syn::ui
