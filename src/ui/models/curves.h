#pragma once

#include <vector>

#include "ui/models/model.h"

namespace syn::ui {

/// The volume of the selected region over the whole life, and the norm for each age: fractions of
/// the region's own volume at 25, at equal steps over 0..100 years. Empty where there is none.
class CurvesModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")

 public:
  static constexpr int kSamples = 501;  ///< every fifth of a year

  using Model::Model;

  [[nodiscard]] const std::vector<double>& lived() const { return lived_; }
  [[nodiscard]] const std::vector<double>& norm() const { return norm_; }

 signals:
  void changed();

 protected:
  void opened() override { refresh(); }
  void heard(session::Change change) override;

 private:
  void refresh();

  std::vector<double> lived_, norm_;
};

}  // namespace syn::ui
