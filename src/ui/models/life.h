#pragma once

#include <string>
#include <vector>

#include "ui/models/model.h"
#include "ui/models/spans.h"

namespace syn::ui {

/// The life of the active pane as lanes and spans, and what can be done to them.
class LifeModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  Q_PROPERTY(QString title READ title NOTIFY titleChanged)
  /// Lanes shown, those always open and those with something lived on them: {family, name, usual}.
  Q_PROPERTY(QVariantList lanes READ lanes NOTIFY lanesChanged)
  Q_PROPERTY(syn::ui::SpanModel* spans READ spans CONSTANT)
  /// Id of the chosen span; 0 = none. What `chosen` says: {id, family, name, dose, doseText, low,
  /// high, usual, baseline, step, from, to}.
  Q_PROPERTY(int chosenId READ chosenId NOTIFY chosenChanged)
  Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY chosenChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY historyChanged)
  Q_PROPERTY(bool canRedo READ canRedo NOTIFY historyChanged)

 public:
  explicit LifeModel(App& app);

  [[nodiscard]] QString title() const;
  [[nodiscard]] QVariantList lanes() const;
  [[nodiscard]] SpanModel* spans() { return &spans_; }
  [[nodiscard]] int chosenId() const;
  [[nodiscard]] QVariantMap chosen() const;
  [[nodiscard]] bool canUndo() const;
  [[nodiscard]] bool canRedo() const;

  Q_INVOKABLE void choose(int span);
  /// Adds a span to the lane of a row at the present age, or chooses the one that is there.
  Q_INVOKABLE void addOrChoose(int row);
  Q_INVOKABLE void beginEdit();
  Q_INVOKABLE void endEdit();
  Q_INVOKABLE void setDose(int span, double dose);
  Q_INVOKABLE void setFrom(int span, double age);
  Q_INVOKABLE void setTo(int span, double age);
  Q_INVOKABLE void move(int span, double fromAge);

 signals:
  void titleChanged();
  void lanesChanged();
  void chosenChanged();
  void historyChanged();

 protected:
  void opened() override;
  void heard(session::Change change) override;

 private:
  void refresh();
  [[nodiscard]] const session::Life& life() const;
  [[nodiscard]] const session::Lane& lane(int index) const;
  [[nodiscard]] QString doseText(const session::Lane& lane, double dose) const;
  void edit(const std::string& action, int span, const char* argument, double value);

  SpanModel spans_{this};
  std::vector<int> shownLanes_;  ///< lane of each row
};

/// How a dose is said: "120 min a week".
[[nodiscard]] Message doseMessage(const session::Lane& lane, double dose);
[[nodiscard]] Message laneMessage(const session::Lane& lane);

}  // namespace syn::ui
