#pragma once

#include "ui/models/model.h"

namespace syn::ui {

/// What the program brings to be looked at: lives, phenomena with a Moment before and after, and
/// tours; and the caption of what is on the stage.
class StoriesModel : public Model {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  Q_PROPERTY(QVariantList lives READ lives NOTIFY listsChanged)          ///< {id, title, summary}
  Q_PROPERTY(QVariantList phenomena READ phenomena NOTIFY listsChanged)  ///< the same
  Q_PROPERTY(QVariantList tours READ tours NOTIFY listsChanged)          ///< the same
  /// {title, text, phenomenon, side}; text is empty where there is none, and so is phenomenon for
  /// what has no other side.
  Q_PROPERTY(QVariantMap caption READ caption NOTIFY captionChanged)

 public:
  using Model::Model;

  [[nodiscard]] QVariantList lives() const;
  [[nodiscard]] QVariantList phenomena() const;
  [[nodiscard]] QVariantList tours() const;
  [[nodiscard]] QVariantMap caption() const;
  Q_INVOKABLE void openLife(const QString& id);
  Q_INVOKABLE void openTour(const QString& id);
  Q_INVOKABLE void showPhenomenon(const QString& id, const QString& side);  ///< before | after

 signals:
  void listsChanged();
  void captionChanged();

 protected:
  void opened() override;
  void heard(session::Change change) override;

 private:
  [[nodiscard]] QVariantList listed(const std::string& family,
                                    const std::vector<std::string>& ids) const;
};

}  // namespace syn::ui
