#pragma once

#include <functional>
#include <memory>
#include <QElapsedTimer>
#include <QJSValue>
#include <QObject>
#include <QStringList>
#include <QVariant>
#include <thread>
#include <vector>

#include <QtQml/qqmlregistration.h>

#include "base/error.h"
#include "session/session.h"
#include "words/texts.h"

class QJSEngine;
class QQmlEngine;

Q_MOC_INCLUDE("ui/models/card.h")
Q_MOC_INCLUDE("ui/models/clock.h")
Q_MOC_INCLUDE("ui/models/curves.h")
Q_MOC_INCLUDE("ui/models/life.h")
Q_MOC_INCLUDE("ui/models/pane.h")
Q_MOC_INCLUDE("ui/models/regions.h")
Q_MOC_INCLUDE("ui/models/stories.h")
Q_MOC_INCLUDE("ui/models/tour.h")

namespace syn::ui {

class CardModel;
class ClockModel;
class CurvesModel;
class LifeModel;
class PaneModel;
class RegionsModel;
class StoriesModel;
class TourModel;

/// The program as QML sees it: whether there is something to show, the reader's preferences, the
/// registry of what people can do, the words, and one model for each thing a person looks at.
///
/// States: "loading", "ready", "error". Values are harmless before the content has come.
class App : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY stateChanged)
  Q_PROPERTY(QStringList errorLines READ errorLines NOTIFY stateChanged)
  Q_PROPERTY(bool canDraw READ canDraw CONSTANT)
  /// Why the last thing asked for was not done, in words; empty after something was done.
  Q_PROPERTY(QString refusal READ refusal NOTIFY refusalChanged)

  // Words. These functions are properties, so that whatever was said with them is said again when
  // the language changes.
  Q_PROPERTY(QJSValue t READ sayFunction NOTIFY languageChanged)  ///< (key, values) => words
  Q_PROPERTY(QJSValue percent READ percentFunction NOTIFY languageChanged)  ///< (share) => "35 %"
  Q_PROPERTY(QJSValue number READ numberFunction NOTIFY languageChanged)    ///< (whole) => "35"
  Q_PROPERTY(QString language READ language NOTIFY languageChanged)
  Q_PROPERTY(QVariantList languages READ languages CONSTANT)  ///< {id, text}, each in its own words
  Q_PROPERTY(QString sans READ sans NOTIFY languageChanged)   ///< fonts of the language
  Q_PROPERTY(QString serif READ serif NOTIFY languageChanged)
  /// The language is read from right to left.
  Q_PROPERTY(bool mirrored READ mirrored NOTIFY languageChanged)
  Q_PROPERTY(double textScale READ textScale NOTIFY readingChanged)
  Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY readingChanged)
  /// True after the Tab key, false after a touch or click: focus is shown only to who needs it.
  Q_PROPERTY(bool keyboardInUse READ keyboardInUse NOTIFY keyboardInUseChanged)

  Q_PROPERTY(syn::ui::ClockModel* clock READ clock CONSTANT)
  Q_PROPERTY(syn::ui::LifeModel* life READ life CONSTANT)
  Q_PROPERTY(syn::ui::RegionsModel* regions READ regions CONSTANT)
  Q_PROPERTY(syn::ui::CardModel* card READ card CONSTANT)
  Q_PROPERTY(syn::ui::CurvesModel* curves READ curves CONSTANT)
  Q_PROPERTY(syn::ui::StoriesModel* stories READ stories CONSTANT)
  Q_PROPERTY(syn::ui::TourModel* tour READ tour CONSTANT)
  /// One for each pane of the session; the first is always there.
  Q_PROPERTY(int paneCount READ paneCount NOTIFY panesChanged)
  Q_PROPERTY(syn::ui::PaneModel* pane READ pane NOTIFY panesChanged)  ///< the active one

 public:
  /// `texts` are the words of the interface, `languages` those to choose from, `data` the folder
  /// that holds their words. `canDraw` is false when there is no OpenGL. `started` is when the
  /// program began.
  App(words::Texts texts, const std::vector<words::Language>& languages, std::filesystem::path data,
      bool canDraw, QElapsedTimer started);
  ~App() override;
  /// The one that `giveTo` gave to the engine.
  static App* create(QQmlEngine* engine, QJSEngine*);
  void giveTo(QQmlEngine& engine);

  /// Reads the content on a thread of its own; ends in state "ready" or "error". `opening` is a
  /// Moment or a scenario, by name or file; empty = the opening Moment. What was read once is not
  /// read again for another life.
  void load(const Resources& resources, const std::string& opening);
  /// What the reader prefers at the start, and again after Home.
  void setReadingAtStart(const scene::ReadingPreferences& reading) { readingAtStart_ = reading; }
  void fail(const QString& message);
  void fail(const ContentError& error);

  // For models and view.
  [[nodiscard]] session::Session* session() const { return session_.get(); }
  [[nodiscard]] std::shared_ptr<const atlas::Anatomy> anatomy() const;
  [[nodiscard]] const words::Texts& texts() const { return texts_; }
  [[nodiscard]] QString say(const Message& message) const;
  /// Of a life of the document; empty where it has none.
  [[nodiscard]] QString titleOf(int life) const;
  /// Runs an action with arguments, as a hand does. What cannot be done becomes the refusal.
  void run(const std::string& action, const session::Arguments& arguments);
  void set(const std::string& property, const session::Value& value);
  /// The part of a pane's picture that the pointer is on, -1 = none. Pointing is no request: what
  /// was refused before stays said.
  void pointAt(int pane, int structure);
  /// Somebody asked to see the card of a "region" or a "span".
  void choseByHand(const QString& what) { emit chosenByHand(what); }
  void frameShown();

  // For QML.
  Q_INVOKABLE QString translate(const QString& key, const QVariantMap& values = {}) const;
  Q_INVOKABLE QString percentOf(double fraction) const;
  Q_INVOKABLE QString numberOf(double whole) const;
  Q_INVOKABLE void speak(const QString& language);  ///< from now on, an id of `languages`
  Q_INVOKABLE void run(const QString& action);
  Q_INVOKABLE void runWith(const QString& action, const QVariantMap& arguments);
  Q_INVOKABLE void set(const QString& property, double value);
  Q_INVOKABLE void nudge(const QString& property, double steps);
  /// The model of a pane, or null. `count` is there for QML to ask again when it changes.
  Q_INVOKABLE syn::ui::PaneModel* paneAt(int index, int count) const;
  Q_INVOKABLE QString shortcut(const QString& action) const;
  Q_INVOKABLE QStringList actions() const;  ///< ids of those without arguments
  Q_INVOKABLE void tryAgain();

  [[nodiscard]] QString state() const { return state_; }
  [[nodiscard]] QString errorTitle() const { return errorTitle_; }
  [[nodiscard]] QStringList errorLines() const { return errorLines_; }
  [[nodiscard]] bool canDraw() const { return canDraw_; }
  [[nodiscard]] QString refusal() const;
  [[nodiscard]] QJSValue sayFunction() const { return sayFunction_; }
  [[nodiscard]] QJSValue percentFunction() const { return percentFunction_; }
  [[nodiscard]] QJSValue numberFunction() const { return numberFunction_; }
  [[nodiscard]] QString language() const;
  [[nodiscard]] QVariantList languages() const { return languages_; }
  [[nodiscard]] QString sans() const;
  [[nodiscard]] QString serif() const;
  [[nodiscard]] bool mirrored() const;
  [[nodiscard]] double textScale() const;
  [[nodiscard]] bool reducedMotion() const;
  [[nodiscard]] bool keyboardInUse() const { return keyboardInUse_; }
  void setKeyboardInUse(bool inUse);
  [[nodiscard]] ClockModel* clock() const { return clock_.get(); }
  [[nodiscard]] LifeModel* life() const { return life_.get(); }
  [[nodiscard]] RegionsModel* regions() const { return regions_.get(); }
  [[nodiscard]] CardModel* card() const { return card_.get(); }
  [[nodiscard]] CurvesModel* curves() const { return curves_.get(); }
  [[nodiscard]] StoriesModel* stories() const { return stories_.get(); }
  [[nodiscard]] TourModel* tour() const { return tour_.get(); }
  [[nodiscard]] int paneCount() const { return static_cast<int>(panes_.size()); }
  [[nodiscard]] PaneModel* pane() const;

 signals:
  void opened();  ///< another session, or another language: everything is to be read anew
  void changed(syn::session::Change change);
  void stateChanged();
  void refusalChanged();
  void readingChanged();
  void languageChanged();
  void keyboardInUseChanged();
  void panesChanged();
  void chosenByHand(const QString& what);
  void broughtHome();
  void pictureChanged();  ///< another frame is needed
  void firstFrame();

 private:
  /// Everything read beside the window.
  struct Loaded {
    std::shared_ptr<const session::Content> content;
    session::Moment moment;
    std::unique_ptr<session::LifeComputer> lives;
  };
  void adopt(Loaded loaded);
  void hear(session::Change change);
  void refreshPanes();
  void setState(const QString& state);
  void attempt(const std::function<void()>& act);

  words::Texts texts_;
  std::filesystem::path data_;  ///< of the languages
  QVariantList languages_;
  std::string languageAtStart_;  ///< and again after Home
  QJSValue sayFunction_, percentFunction_, numberFunction_;
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
  scene::ReadingPreferences readingAtStart_;
  QString problem_;  ///< why the last thing asked for could not even be tried

  std::shared_ptr<const session::Content> content_;
  std::filesystem::path contentRoot_;  ///< where it was read
  std::unique_ptr<session::Session> session_;

  std::unique_ptr<ClockModel> clock_;
  std::unique_ptr<LifeModel> life_;
  std::unique_ptr<RegionsModel> regions_;
  std::unique_ptr<CardModel> card_;
  std::unique_ptr<CurvesModel> curves_;
  std::unique_ptr<StoriesModel> stories_;
  std::unique_ptr<TourModel> tour_;
  std::vector<std::unique_ptr<PaneModel>> panes_;
};

}  // namespace syn::ui
