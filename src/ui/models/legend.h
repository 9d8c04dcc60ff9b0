#pragma once

#include "ui/models/model.h"

namespace syn::ui {

/// What the picture of a pane means, line by line.
class LegendModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  /// {kind, sign, text, stops, low, middle, high, standing, sources, contested}; kinds: bar,
  /// exaggeration, points, fibres, pulse, key
  Q_PROPERTY(QVariantList entries READ entries NOTIFY entriesChanged)
  Q_PROPERTY(QString factor READ factor NOTIFY entriesChanged)  ///< "×8"; empty = none is named

 public:
  LegendModel(App& app, int pane) : Model(app), pane_(pane) {}

  [[nodiscard]] QVariantList entries() const { return entries_; }
  [[nodiscard]] QString factor() const { return factor_; }

 signals:
  void entriesChanged();

 protected:
  void opened() override { refresh(); }
  void heard(session::Change change) override;

 private:
  void refresh();

  int pane_;
  QVariantList entries_;
  QString factor_;
};

}  // namespace syn::ui
