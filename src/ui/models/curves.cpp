#include "ui/models/curves.h"

namespace syn::ui {
namespace {

using session::Change;

std::vector<double> sample(const session::RegionReader& reader,
                           const session::RegionSelection& of) {
  std::vector<double> values;
  values.reserve(CurvesModel::kSamples);
  for (int i = 0; i < CurvesModel::kSamples; ++i) {
    const auto volume = reader.volume(of, session::Life::kEnd * i / (CurvesModel::kSamples - 1));
    if (!volume) return {};
    values.push_back(*volume);
  }
  return values;
}

}  // namespace

void CurvesModel::heard(Change change) {
  if (change == Change::computed || change == Change::selection || change == Change::panes) {
    refresh();
  }
}

void CurvesModel::refresh() {
  const session::Pane& pane = session()->pane();
  if (pane.life() >= session()->lives().count()) return;
  const session::ComputedStory& story = session()->lives().story(pane.life());
  lived_ = sample(story.life->regions, pane.selection());
  norm_ = sample(story.norm->regions, pane.selection());
  emit changed();
}

}  // namespace syn::ui
