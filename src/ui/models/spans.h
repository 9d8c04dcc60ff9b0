#pragma once

#include <functional>
#include <QAbstractListModel>
#include <vector>

#include <QtQml/qqmlregistration.h>

#include "session/life.h"

namespace syn::ui {

/// The spans of a life as a list for QML. Rows keep their place while a span is dragged, so that a
/// finger never loses the block it holds.
class SpanModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")

 public:
  enum Role { spanId = Qt::UserRole + 1, lane, fromAge, toAge, dose, step, doseText, family, name };

  using SpanText = std::function<QString(const session::Span&)>;

  explicit SpanModel(QObject* parent) : QAbstractListModel(parent) {}
  /// How doses and lanes are said.
  void setWords(SpanText ofDose, SpanText ofLane);
  /// `rows` says on which row each lane is shown.
  void sync(const session::Life& life, std::vector<int> rows);
  void sayAgain();  ///< in another language

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

 private:
  std::vector<session::Span> spans_;
  std::vector<session::Lane> lanes_;
  std::vector<int> rows_;  ///< by lane
  SpanText ofDose_;
  SpanText ofLane_;
};

}  // namespace syn::ui
