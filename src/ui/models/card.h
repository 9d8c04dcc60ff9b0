#pragma once

#include <optional>
#include <vector>

#include "ui/models/model.h"

namespace syn::ui {

/// The selected region of the active pane: what it does, its numbers beside the norm, what moved
/// it, and the sentence that says so.
class CardModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  Q_PROPERTY(bool empty READ empty NOTIFY selectionChanged)  ///< no region is selected
  /// {name, system, systemName, description, schematic, midline, side}
  Q_PROPERTY(QVariantMap region READ region NOTIFY selectionChanged)
  /// {label, value, unit, norm, share, normShare}; shares of a full meter
  Q_PROPERTY(QVariantList numbers READ numbers NOTIFY numbersChanged)
  /// {family, name, value, share}, largest first; shares of the longest bar
  Q_PROPERTY(QVariantList causes READ causes NOTIFY numbersChanged)
  Q_PROPERTY(
      QString causesHelp READ causesHelp NOTIFY selectionChanged)  ///< how they were told apart
  Q_PROPERTY(QString sentence READ sentence NOTIFY numbersChanged)

 public:
  using Model::Model;

  [[nodiscard]] bool empty() const;
  [[nodiscard]] QVariantMap region() const;
  [[nodiscard]] QVariantList numbers() const { return numbers_; }
  [[nodiscard]] QVariantList causes() const { return causes_; }
  [[nodiscard]] QString causesHelp() const { return say(session::causeSplit()); }
  [[nodiscard]] QString sentence() const { return sentence_; }
  Q_INVOKABLE void showSide(const QString& side);  ///< left | right | both

 signals:
  void selectionChanged();
  void numbersChanged();

 protected:
  void opened() override;
  void heard(session::Change change) override;

 private:
  struct Quantity;
  void refresh();
  [[nodiscard]] const Region* selected() const;
  [[nodiscard]] const session::ComputedStory* computed() const;
  [[nodiscard]] QVariantMap number(const Quantity& quantity, double lived, double usual) const;
  void refreshNumbers();
  void refreshCauses(const std::vector<session::Cause>& causes);
  [[nodiscard]] Message causeName(int lane) const;
  [[nodiscard]] QString sentenceOf(const std::vector<session::Cause>& causes) const;
  [[nodiscard]] QString textOf(const Region& region, const char* which) const;

  QVariantList numbers_;
  QVariantList causes_;
  QString sentence_;
};

}  // namespace syn::ui
