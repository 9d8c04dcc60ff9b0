#pragma once

#include "ui/models/model.h"

namespace syn::ui {

/// The tour that is given, and its step.
class TourModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  Q_PROPERTY(bool given READ given NOTIFY stepChanged)
  Q_PROPERTY(int step READ step NOTIFY stepChanged)  ///< counted from 1; 0 without a tour
  Q_PROPERTY(int steps READ steps NOTIFY stepChanged)
  Q_PROPERTY(QString title READ title NOTIFY stepChanged)
  Q_PROPERTY(QString caption READ caption NOTIFY stepChanged)
  Q_PROPERTY(QString question READ question NOTIFY stepChanged)  ///< empty where there is none
  Q_PROPERTY(QStringList notes READ notes NOTIFY stepChanged)
  Q_PROPERTY(QString sources READ sources NOTIFY stepChanged)  ///< empty where there are none
  Q_PROPERTY(QString place READ place NOTIFY stepChanged)      ///< "Step 3 of 9"

 public:
  using Model::Model;

  [[nodiscard]] bool given() const { return tour() != nullptr; }
  [[nodiscard]] int step() const;
  [[nodiscard]] int steps() const;
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString caption() const;
  [[nodiscard]] QString question() const;
  [[nodiscard]] QStringList notes() const;
  [[nodiscard]] QString sources() const;
  [[nodiscard]] QString place() const;

 signals:
  void stepChanged();

 protected:
  void opened() override;
  void heard(session::Change change) override;

 private:
  [[nodiscard]] const session::Tour* tour() const;
  [[nodiscard]] const session::TourStep* shown() const;
};

}  // namespace syn::ui
