#include "ui/models/spans.h"

#include <algorithm>

namespace syn::ui {
void SpanModel::setWords(SpanText ofDose, SpanText ofLane) {
  ofDose_ = std::move(ofDose);
  ofLane_ = std::move(ofLane);
}

void SpanModel::sync(const session::Life& life, std::vector<int> rows) {
  lanes_ = life.lanes();
  if (rows != rows_) {
    rows_ = std::move(rows);
    if (!spans_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {lane});
  }
  for (int row = static_cast<int>(spans_.size()) - 1; row >= 0; --row) {
    const auto index = static_cast<std::size_t>(row);
    const session::Span* now = life.find(spans_[index].id);
    if (now == nullptr) {
      beginRemoveRows({}, row, row);
      spans_.erase(spans_.begin() + row);
      endRemoveRows();
    } else if (static_cast<const session::Lived&>(*now) != spans_[index]) {
      spans_[index] = *now;
      emit dataChanged(this->index(row), this->index(row));
    }
  }
  for (const session::Span& span : life.spans()) {
    if (std::ranges::find(spans_, span.id, &session::Span::id) != spans_.end()) continue;
    const int row = static_cast<int>(spans_.size());
    beginInsertRows({}, row, row);
    spans_.push_back(span);
    endInsertRows();
  }
}

void SpanModel::sayAgain() {
  if (!spans_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {doseText, name});
}

int SpanModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(spans_.size());
}

QVariant SpanModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const session::Span& span = spans_[static_cast<std::size_t>(index.row())];
  const session::Lane& on = lanes_[static_cast<std::size_t>(span.lane)];
  switch (role) {
    case spanId:
      return span.id;
    case lane:
      return rows_[static_cast<std::size_t>(span.lane)];
    case fromAge:
      return span.fromAge;
    case toAge:
      return span.toAge;
    case dose:
      return span.dose;
    case step:
      return on.step;
    case doseText:
      return ofDose_(span);
    case family:
      return QString::fromStdString(on.family);
    case name:
      return ofLane_(span);
    default:
      return {};
  }
}

QHash<int, QByteArray> SpanModel::roleNames() const {
  return {{spanId, "spanId"},     {lane, "lane"},     {fromAge, "fromAge"},
          {toAge, "toAge"},       {dose, "dose"},     {step, "step"},
          {doseText, "doseText"}, {family, "family"}, {name, "name"}};
}

}  // namespace syn::ui
