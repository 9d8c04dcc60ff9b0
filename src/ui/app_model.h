#pragma once

#include <memory>
#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QVariant>
#include <vector>

#include "base/error.h"
#include "session/session.h"
#include "ui/span_model.h"
#include "words/texts.h"

namespace syn::ui {

/// The session as QML sees it: values with change signals, and words ready to show.
///
/// States: "loading", "ready", "error". Values are harmless before the content has come.
class AppModel : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY stateChanged)
  Q_PROPERTY(QStringList errorLines READ errorLines NOTIFY stateChanged)
  Q_PROPERTY(bool canDraw READ canDraw CONSTANT)

  Q_PROPERTY(double age READ age NOTIFY ageChanged)
  Q_PROPERTY(bool playing READ playing NOTIFY playingChanged)
  Q_PROPERTY(QString speedText READ speedText NOTIFY playingChanged)
  Q_PROPERTY(QString lifeTitle READ lifeTitle NOTIFY stateChanged)
  Q_PROPERTY(QString sentence READ sentence NOTIFY frameChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY historyChanged)
  Q_PROPERTY(bool canRedo READ canRedo NOTIFY historyChanged)
  /// Why the last thing asked for was refused; empty after something was done.
  Q_PROPERTY(QString refusal READ refusal NOTIFY refusalChanged)

  /// Lanes shown: those always open, and those with something lived on them.
  Q_PROPERTY(QVariantList lanes READ lanes NOTIFY lanesChanged)
  Q_PROPERTY(syn::ui::SpanModel* spans READ spans CONSTANT)
  Q_PROPERTY(int chosenSpan READ chosenSpan NOTIFY spanChanged)
  Q_PROPERTY(QVariantMap span READ span NOTIFY spanChanged)

  Q_PROPERTY(QVariantList regionGroups READ regionGroups NOTIFY stateChanged)
  Q_PROPERTY(QStringList regionChanges READ regionChanges NOTIFY frameChanged)
  Q_PROPERTY(int selectedRegion READ selectedRegion NOTIFY selectionChanged)
  Q_PROPERTY(QVariantMap card READ card NOTIFY selectionChanged)
  Q_PROPERTY(QVariantList cardNumbers READ cardNumbers NOTIFY frameChanged)
  Q_PROPERTY(QVariantList causes READ causes NOTIFY frameChanged)
  Q_PROPERTY(QString causesHelp READ causesHelp CONSTANT)  ///< how their shares were split
  Q_PROPERTY(QString selectedLabel READ selectedLabel NOTIFY frameChanged)
  Q_PROPERTY(QString hoveredLabel READ hoveredLabel NOTIFY viewChanged)
  Q_PROPERTY(QString cursorValue READ cursorValue NOTIFY frameChanged)

  Q_PROPERTY(QString viewName READ viewName NOTIFY viewChanged)
  Q_PROPERTY(double xray READ xray NOTIFY viewChanged)
  Q_PROPERTY(double explode READ explode NOTIFY viewChanged)
  Q_PROPERTY(bool trueSize READ trueSize NOTIFY viewChanged)
  Q_PROPERTY(QVariantList legend READ legend NOTIFY legendChanged)

  Q_PROPERTY(double textScale READ textScale NOTIFY readingChanged)
  Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY readingChanged)
  /// True after the Tab key, false after a touch or click: focus is shown only to who needs it.
  Q_PROPERTY(bool keyboardInUse READ keyboardInUse NOTIFY keyboardInUseChanged)

 public:
  /// `words` are the texts of the interface. `canDraw` is false when there is no OpenGL. `started`
  /// is when the program began.
  AppModel(words::Texts words, bool canDraw, QElapsedTimer started);
  ~AppModel() override;

  /// Reads the content on a thread of its own; ends in state "ready" or "error".
  /// `opening` is a Moment or a scenario, by name or file; empty = the opening Moment. What was
  /// read once is not read again for another life.
  void load(const Resources& resources, const std::string& opening);
  void fail(const QString& message);
  void fail(const ContentError& error);

  // For the view.
  [[nodiscard]] session::Session* session() { return session_.get(); }
  [[nodiscard]] std::shared_ptr<const atlas::Anatomy> anatomy() const;
  /// Preferences as drawn: what would move stands still unless life is playing.
  [[nodiscard]] scene::ReadingPreferences readingToDraw() const;
  /// Runs an action with arguments, as the hand on the picture does.
  void run(const std::string& action, const session::Arguments& arguments);
  void selectStructure(int structure);
  void advance(double seconds);
  void frameShown();
  /// Volume of the selected region, fraction of its own at 25, at equal steps over 0..100 years.
  [[nodiscard]] std::vector<double> volumes(bool norm, int samples) const;

  // For QML.
  Q_INVOKABLE QString t(const QString& key) const;
  Q_INVOKABLE QString t(const QString& key, const QVariantMap& values) const;
  Q_INVOKABLE void run(const QString& action);
  Q_INVOKABLE bool enabled(const QString& action) const;
  Q_INVOKABLE QString shortcut(const QString& action) const;
  Q_INVOKABLE QStringList actions() const;
  Q_INVOKABLE double get(const QString& property) const;
  Q_INVOKABLE void set(const QString& property, double value);
  Q_INVOKABLE void nudge(const QString& property, double steps);
  Q_INVOKABLE void nextSpeed();
  Q_INVOKABLE void selectRegion(int region);
  Q_INVOKABLE void selectSide(const QString& side);  ///< left | right | both
  Q_INVOKABLE void chooseSpan(int id);
  Q_INVOKABLE void addOrChoose(int row);  ///< of `lanes`
  Q_INVOKABLE void beginEdit();
  Q_INVOKABLE void endEdit();
  Q_INVOKABLE void setDose(int id, double dose);
  Q_INVOKABLE void setFrom(int id, double age);
  Q_INVOKABLE void setTo(int id, double age);
  Q_INVOKABLE void moveSpan(int id, double fromAge);
  Q_INVOKABLE QString ageText(double age) const;
  Q_INVOKABLE void tryAgain();

  [[nodiscard]] QString state() const { return state_; }
  [[nodiscard]] QString errorTitle() const { return errorTitle_; }
  [[nodiscard]] QStringList errorLines() const { return errorLines_; }
  [[nodiscard]] bool canDraw() const { return canDraw_; }
  [[nodiscard]] double age() const;
  [[nodiscard]] bool playing() const;
  [[nodiscard]] QString speedText() const;
  [[nodiscard]] QString lifeTitle() const;
  [[nodiscard]] QString sentence() const { return sentence_; }
  [[nodiscard]] bool canUndo() const;
  [[nodiscard]] bool canRedo() const;
  [[nodiscard]] QString refusal() const;
  [[nodiscard]] QVariantList lanes() const;
  [[nodiscard]] SpanModel* spans() { return &spans_; }
  [[nodiscard]] int chosenSpan() const;
  [[nodiscard]] QVariantMap span() const;
  [[nodiscard]] QVariantList regionGroups() const;
  [[nodiscard]] QStringList regionChanges() const { return regionChanges_; }
  [[nodiscard]] int selectedRegion() const;
  [[nodiscard]] QVariantMap card() const;
  [[nodiscard]] QVariantList cardNumbers() const { return cardNumbers_; }
  [[nodiscard]] QVariantList causes() const { return causes_; }
  [[nodiscard]] QString causesHelp() const;
  [[nodiscard]] QString selectedLabel() const;
  [[nodiscard]] QString hoveredLabel() const;
  [[nodiscard]] QString cursorValue() const { return cursorValue_; }
  [[nodiscard]] QString viewName() const;
  [[nodiscard]] double xray() const;
  [[nodiscard]] double explode() const;
  [[nodiscard]] bool trueSize() const;
  [[nodiscard]] QVariantList legend() const { return legend_; }
  [[nodiscard]] double textScale() const;
  [[nodiscard]] bool reducedMotion() const;
  [[nodiscard]] bool keyboardInUse() const { return keyboardInUse_; }
  void setKeyboardInUse(bool inUse);

 signals:
  void stateChanged();
  void ageChanged();
  void playingChanged();
  void frameChanged();  ///< numbers at the present age
  void lifeChanged();   ///< the computed life, so the curves
  void historyChanged();
  void lanesChanged();
  void spanChanged();
  void refusalChanged();
  void selectionChanged();
  void viewChanged();
  void legendChanged();
  void readingChanged();
  void keyboardInUseChanged();
  void chosenByHand(const QString& what);  ///< "region" or "span": somebody asked to see it
  void pictureChanged();                   ///< another frame is needed
  void firstFrame();

 private:
  /// Everything read beside the window.
  struct Loaded {
    std::shared_ptr<const session::Content> content;
    session::Moment moment;
    std::unique_ptr<session::LifeComputer> lives;
  };
  void adopt(Loaded loaded);
  void heard(session::Change change);
  void refreshLanes();
  void refreshFrame();
  void refreshNumbers();
  void refreshLegend();
  [[nodiscard]] QString sentenceNow(const std::vector<session::Cause>& causes) const;
  [[nodiscard]] const session::Life& life() const;
  [[nodiscard]] const session::ComputedStory* computed() const;
  [[nodiscard]] QString laneName(int lane) const;
  [[nodiscard]] Message laneMessage(int lane) const;
  [[nodiscard]] Message causeName(int lane) const;
  [[nodiscard]] static Message doseMessage(const session::Lane& lane, double dose);
  [[nodiscard]] QString regionText(const Region& region, std::string_view which) const;
  [[nodiscard]] QString doseText(const session::Lane& lane, double dose) const;
  [[nodiscard]] std::string word(std::string_view key) const { return words_.say(key); }

  words::Texts words_;
  bool canDraw_;
  QString state_ = QStringLiteral("loading");
  QString errorTitle_;
  QStringList errorLines_;
  int loads_ = 0;                      ///< begun so far
  std::vector<std::jthread> loaders_;  ///< an earlier one goes on unheard
  Resources resources_;
  std::string opening_;
  QElapsedTimer started_;
  bool firstFrameShown_ = false;
  bool keyboardInUse_ = false;

  std::shared_ptr<const session::Content> content_;
  std::filesystem::path contentRoot_;  ///< where it was read
  std::unique_ptr<session::Session> session_;

  SpanModel spans_{this};
  std::vector<int> shownLanes_;  ///< lane of each row
  QStringList regionChanges_;
  QVariantList cardNumbers_;
  QVariantList causes_;
  QVariantList legend_;
  QString sentence_;
  QString cursorValue_;
};

}  // namespace syn::ui
