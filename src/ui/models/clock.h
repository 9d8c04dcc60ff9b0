#pragma once

#include "ui/models/model.h"

namespace syn::ui {

/// The instant of life that is shown, and how it runs.
class ClockModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  Q_PROPERTY(double age READ age NOTIFY ageChanged)  ///< years
  Q_PROPERTY(QString ageText READ ageText NOTIFY ageChanged)
  Q_PROPERTY(bool playing READ playing NOTIFY playingChanged)
  Q_PROPERTY(QString speedText READ speedText NOTIFY playingChanged)

 public:
  using Model::Model;

  [[nodiscard]] double age() const;
  [[nodiscard]] QString ageText() const { return textOf(age()); }
  [[nodiscard]] bool playing() const;
  [[nodiscard]] QString speedText() const;
  /// An age as it stands beside the ruler: completed months, never rounded up.
  Q_INVOKABLE QString textOf(double age) const;
  Q_INVOKABLE void show(double age);
  Q_INVOKABLE void nextSpeed();

 signals:
  void ageChanged();
  void playingChanged();

 protected:
  void opened() override;
  void heard(session::Change change) override;
};

}  // namespace syn::ui
