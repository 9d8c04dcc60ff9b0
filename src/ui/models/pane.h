#pragma once

#include "ui/models/legend.h"
#include "ui/models/model.h"

namespace syn::ui {

/// One picture of a life: how it is looked at, what is selected and pointed at in it.
class PaneModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  Q_PROPERTY(int index READ index CONSTANT)
  Q_PROPERTY(QString title READ title NOTIFY lookChanged)  ///< of the life it shows
  Q_PROPERTY(QString look READ look NOTIFY lookChanged)    ///< id of data/looks
  /// What the data offers, in its order: {id, text}.
  Q_PROPERTY(QVariantList looks READ looks NOTIFY looksChanged)
  Q_PROPERTY(double xray READ xray NOTIFY lookChanged)
  Q_PROPERTY(double explode READ explode NOTIFY lookChanged)
  Q_PROPERTY(bool trueSize READ trueSize NOTIFY lookChanged)
  Q_PROPERTY(QString selectedLabel READ selectedLabel NOTIFY selectionChanged)
  /// Its volume of the own adult's, "81.1 %"; empty without a selection.
  Q_PROPERTY(QString selectedVolume READ selectedVolume NOTIFY numbersChanged)
  Q_PROPERTY(QString hoveredLabel READ hoveredLabel NOTIFY pointingChanged)
  Q_PROPERTY(syn::ui::LegendModel* legend READ legend CONSTANT)

 public:
  PaneModel(App& app, int index);

  [[nodiscard]] int index() const { return index_; }
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString look() const;
  [[nodiscard]] QVariantList looks() const;
  [[nodiscard]] double xray() const;
  [[nodiscard]] double explode() const;
  [[nodiscard]] bool trueSize() const;
  [[nodiscard]] QString selectedLabel() const;
  [[nodiscard]] QString selectedVolume() const { return selectedVolume_; }
  [[nodiscard]] QString hoveredLabel() const;
  [[nodiscard]] LegendModel* legend() { return &legend_; }
  Q_INVOKABLE void show(const QString& look);

 signals:
  void lookChanged();
  void looksChanged();
  void selectionChanged();
  void pointingChanged();
  void numbersChanged();

 protected:
  void opened() override;
  void heard(session::Change change) override;

 private:
  void refreshVolume();
  [[nodiscard]] const session::Pane* pane() const;

  int index_;
  LegendModel legend_;
  QString selectedVolume_;
};

}  // namespace syn::ui
