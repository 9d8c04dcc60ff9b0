#pragma once

#include "ui/models/model.h"

namespace syn::ui {

/// What the picture of a pane means, line by line.
class LegendModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  /// {kind, sign, text, stops, low, middle, high, standing, sources, contested}; kinds: bar,
  /// exaggeration, points, fibres, pulse, key, effect
  Q_PROPERTY(QVariantList entries READ entries NOTIFY entriesChanged)
  /// Numbers beside the picture: {text, level, usual, standing, sources, contested}, levels 0..1
  Q_PROPERTY(QVariantList gauges READ gauges NOTIFY entriesChanged)
  Q_PROPERTY(QString gaugeMark READ gaugeMark NOTIFY entriesChanged)  ///< what `usual` is
  Q_PROPERTY(QString factor READ factor NOTIFY entriesChanged)  ///< "×8"; empty = none is named

 public:
  LegendModel(App& app, int pane) : Model(app), pane_(pane) {}

  [[nodiscard]] QVariantList entries() const { return entries_; }
  [[nodiscard]] QVariantList gauges() const { return gauges_; }
  [[nodiscard]] QString gaugeMark() const { return gaugeMark_; }
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
  QVariantList gauges_;
  QString gaugeMark_;
  QString factor_;
};

}  // namespace syn::ui
