#pragma once

#include <QAbstractListModel>
#include <string>
#include <vector>

#include <QtQml/qqmlregistration.h>

#include "session/change.h"

namespace syn::ui {

class App;

/// The regions by system as lines of a list: a heading for each system, below it its regions while
/// it is open. With a search text only what fits it, and all of that.
class RegionsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made in C++")
  /// Part of a name or an abbreviation; empty = no search.
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
  Q_PROPERTY(int selectedRow READ selectedRow NOTIFY selectionChanged)  ///< -1 = not in the list

 public:
  enum Role {
    headingRole = Qt::UserRole + 1,  ///< a system, not a region
    nameRole,
    abbreviationRole,
    systemRole,
    regionRole,   ///< index into the catalogue; -1 for a heading
    partRole,     ///< of the region above it
    changeRole,   ///< of the volume against the norm, in words
    countRole,    ///< regions of a system
    isOpenRole,   ///< of a heading
    selectedRole  ///< the region of the active pane
  };

  explicit RegionsModel(App& app);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

  [[nodiscard]] QString search() const { return search_; }
  void setSearch(const QString& text);
  [[nodiscard]] int selectedRow() const;
  /// Opens or closes the system of a row.
  Q_INVOKABLE void toggle(int row);
  Q_INVOKABLE void select(int region);

 signals:
  void searchChanged();
  void selectionChanged();

 private:
  /// A line, whether it is shown or not. All lines lie in reading order.
  struct Line {
    std::string system;
    int region = -1;
    QString name, abbreviation, synonyms, change;
    bool part = false;
    bool open = false;
    int count = 0;
  };
  [[nodiscard]] QString synonymsOf(const std::string& region) const;
  void reload();
  void heard(session::Change change);
  void refreshChanges();
  void refreshSelection();
  void refreshShown();
  [[nodiscard]] bool fits(const Line& line) const;
  [[nodiscard]] bool shown(std::size_t line) const;
  [[nodiscard]] int selectedRegion() const;
  Line* headingOf(const std::string& system);

  App& app_;
  std::vector<Line> lines_;
  std::vector<std::size_t> shown_;  ///< lines that are shown, in order
  QString search_;
};

}  // namespace syn::ui
