#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <string_view>

#include <QtQml/qqmlregistration.h>

namespace syn::ui {

/// One of the program's signs, drawn with round strokes on a grid of 24 units. An unknown name
/// draws nothing and is logged.
class Icon : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString name MEMBER name_ NOTIFY lookChanged)
  Q_PROPERTY(QColor colour MEMBER colour_ NOTIFY lookChanged)
  /// Turned over, for a sign that points the way a language is read.
  Q_PROPERTY(bool mirror MEMBER mirror_ NOTIFY lookChanged)

 public:
  explicit Icon(QQuickItem* parent = nullptr);
  void paint(QPainter* painter) override;
  [[nodiscard]] static bool has(std::string_view name);

 signals:
  void lookChanged();

 private:
  QString name_;
  QColor colour_;
  bool mirror_ = false;
};

}  // namespace syn::ui
