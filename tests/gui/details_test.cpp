#include <memory>
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QTest>

#include "ui/view/icon.h"
#include "window_fixture.h"

namespace syn::test {
namespace {

bool isText(QQuickItem* at) {
  return at->inherits("QQuickText");
}

QString words(QQuickItem* at) {
  return at->property("text").toString();
}

// --- refusals ------------------------------------------------------------------------------------

class RefusalTest : public BareWindowTest {
 protected:
  /// The key that adds a span to a lane, by the place of the lane.
  static QQuickItem* addKey(std::size_t row) {
    const auto keys = items([](QQuickItem* at) { return at->objectName() == "addSpan"; });
    return row < keys.size() ? keys[row] : nullptr;
  }
  static std::string noticed() {
    QQuickItem* notice = item("notice");
    return notice == nullptr ? std::string() : notice->property("words").toString().toStdString();
  }
  static std::size_t rowOf(const std::string& name) {
    const QVariantList lanes = app().life()->lanes();
    for (int row = 0; row < lanes.size(); ++row) {
      if (lanes[row].toMap().value("name").toString().toStdString() == name) {
        return static_cast<std::size_t>(row);
      }
    }
    ADD_FAILURE() << name;
    return 0;
  }
};

TEST_F(RefusalTest, IsSaidInWordsUntilSomethingIsDone) {
  app().set(QStringLiteral("age.years"), 1);
  EXPECT_EQ(noticed(), "");
  click(addKey(rowOf("Mindfulness")));
  layOut();
  EXPECT_THAT(noticed(), testing::AllOf(testing::HasSubstr("Mindfulness"),
                                        testing::HasSubstr("choose an age")));
  app().set(QStringLiteral("age.years"), 90);
  click(addKey(rowOf("Mindfulness")));
  layOut();
  EXPECT_EQ(noticed(), "");
}

TEST_F(RefusalTest, OfSomethingThatIsNotThereEndsNothing) {
  app().run("life.open", {{"name", std::string("no such life")}});
  layOut();
  EXPECT_THAT(noticed(), testing::HasSubstr("could not be done"));
  app().run(QStringLiteral("age.forward"));
  layOut();
  EXPECT_EQ(noticed(), "");
}

TEST_F(RefusalTest, SharesAreExplainedBesideThem) {
  selectRegion("hippocampus");
  app().set(QStringLiteral("age.years"), 40);
  ASSERT_TRUE(waitFor([] { return app().card()->causes().size() > 1; }));
  resize(1920, 1080, 1);
  ASSERT_NE(item("causesHelp"), nullptr);
  EXPECT_EQ(words(item("causesHelp")), app().card()->causesHelp());
}

// --- lanes ---------------------------------------------------------------------------------------

using LaneTest = BareWindowTest;

TEST_F(LaneTest, NamesBreakBetweenWordsOnly) {
  for (const auto& [width, height] : {std::pair(1080, 1920), std::pair(1920, 1080)}) {
    resize(width, height, 1);
    for (const QVariant& lane : app().life()->lanes()) {
      const QString name = lane.toMap().value("name").toString();
      const auto labels = items([&](QQuickItem* at) {
        return isText(at) && words(at) == name && at->parentItem()->inherits("QQuickRowLayout") &&
               at->mapToScene({}).y() > height / 2;
      });
      ASSERT_FALSE(labels.empty()) << name.toStdString();
      for (QQuickItem* label : labels) {
        EXPECT_LE(label->property("lineCount").toInt(), name.split(' ').size())
            << name.toStdString() << " at " << width;
      }
    }
  }
}

TEST_F(LaneTest, EveryFamilyHasAColourAndASign) {
  QQmlComponent component(qmlEngine(item("lifeLine")));
  component.setData(
      "import QtQml\nimport Synaptarium\n"
      "QtObject { function family(name) { return String(Theme.family(name)) } }",
      QUrl());
  const std::unique_ptr<QObject> theme(component.create());
  ASSERT_NE(theme, nullptr) << component.errorString().toStdString();
  const auto colourOf = [&theme](const QString& family) {
    QVariant colour;
    QMetaObject::invokeMethod(theme.get(), "family", Q_RETURN_ARG(QVariant, colour),
                              Q_ARG(QVariant, family));
    return colour.toString();
  };
  const QString none = colourOf(QStringLiteral("no such family"));
  for (const session::Lane& lane : session().document().life(0).lanes()) {
    EXPECT_NE(colourOf(QString::fromStdString(lane.family)), none) << lane.family;
    EXPECT_TRUE(ui::Icon::has(lane.family)) << lane.family;
  }
}

TEST_F(LaneTest, AnInstantIsAMarkAtItsAge) {
  app().run("life.open", {{"name", std::string("stroke_at_62")}});
  layOut();
  QQuickItem* mark = item("instant");
  ASSERT_NE(mark, nullptr);
  QQuickItem* line = item("lifeLine");
  const double at62 =
      line->property("axisLeft").toDouble() + 62 * line->property("yearWidth").toDouble();
  const QPoint middle = middleOf(mark);
  EXPECT_NEAR(middle.x(), inWindow(line, at62, 0).x(), 2);
  EXPECT_GT(mark->width(), 8);
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier, middle);
  EXPECT_TRUE(app().life()->chosen().value("instant").toBool());
  drag(middle, middle + QPoint(static_cast<int>(8 * line->property("yearWidth").toDouble()), 0));
  EXPECT_NEAR(app().life()->chosen().value("from").toDouble(), 70, 1);
}

// --- cards and list ------------------------------------------------------------------------------

TEST_F(LaneTest, TheCardOfATallWindowCanBeReadToItsEnd) {
  resize(1080, 1920, 1);
  ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); }));
  layOut();
  const auto names = items([](QQuickItem* at) { return at->objectName() == "regionCardPage"; });
  ASSERT_EQ(names.size(), 1U);
  // A life with many causes has a long card: what is cut fades, until the end is reached.
  const double hidden = names[0]->property("contentHeight").toDouble() - names[0]->height();
  ASSERT_EQ(item("cardGoesOn") != nullptr, hidden > 1);
  names[0]->setProperty("contentY", hidden);
  EXPECT_EQ(item("cardGoesOn"), nullptr);
}

class LongWordsTest : public WindowTest {
 protected:
  static void SetUpTestSuite() { open(false, "qps"); }
};

TEST_F(LongWordsTest, HeadingsOfTheListKeepApart) {
  resize(1920, 1080, 1);
  QQuickItem* first = item("regionsHeading");
  QQuickItem* second = item("regionsAgainst");
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  const double end = first->mapToScene({}).x() + first->property("contentWidth").toDouble();
  const double begin =
      second->mapToScene({}).x() + second->width() - second->property("contentWidth").toDouble();
  EXPECT_GE(begin - end, 12);
}

TEST_F(LaneTest, TheGroundOfTheLegendFadesOut) {
  resize(1920, 1080, 1);
  QQuickItem* haze = item("legendGround");
  ASSERT_NE(haze, nullptr);
  double step = 1;
  double widest = 0;
  for (QQuickItem* layer : haze->childItems()) {
    if (!layer->inherits("QQuickRectangle")) continue;
    step = std::min(step,
                    1.0 - static_cast<double>(layer->property("color").value<QColor>().alphaF()));
    widest = std::max(widest, layer->width() - haze->width());
  }
  EXPECT_GT(step, 0.8) << "no edge is seen";
  EXPECT_GE(widest, 40);
}

// --- Home ----------------------------------------------------------------------------------------

TEST_F(LaneTest, HomeBringsEverythingBack) {
  const session::Moment before = session().moment();
  resize(1080, 1920, 1.5);
  app().run("life.open", {{"name", std::string("musician")}});
  app().run(QStringLiteral("age.next_speed"));
  app().run(QStringLiteral("reading.motion"));
  item("stage")->setProperty("legendOpen", true);
  app().regions()->setSearch(QStringLiteral("amyg"));
  app().run("app.home", {});
  EXPECT_DOUBLE_EQ(app().textScale(), 1);
  EXPECT_FALSE(app().reducedMotion());
  EXPECT_FALSE(item("stage")->property("legendOpen").toBool());
  EXPECT_EQ(app().regions()->search(), QString());
  EXPECT_EQ(session().moment().lives, before.lives);
  EXPECT_DOUBLE_EQ(session().moment().speed, before.speed);
  EXPECT_EQ(session().moment().age, before.age);
  EXPECT_EQ(session().moment().span, before.span);
}

// --- lives and phenomena to choose ---------------------------------------------------------------

class StoryTest : public BareWindowTest {
 protected:
  static QQuickItem* rowOf(const QString& title) {
    const auto rows = items([&](QQuickItem* at) {
      return at->property("modelData").toMap().value("title").toString() == title;
    });
    return rows.empty() ? nullptr : rows.front();
  }
  static bool isListed(const QString& region) {
    const ui::RegionsModel& list = *app().regions();
    for (int row = 0; row < list.rowCount(); ++row) {
      if (list.data(list.index(row), ui::RegionsModel::nameRole) == region) return true;
    }
    return false;
  }
  static bool hasWords(const QVariantList& stories) {
    for (const QVariant& story : stories) {
      const QVariantMap told = story.toMap();
      if (told.value("title").toString().startsWith("scenario.")) return false;
      if (told.value("summary").toString().startsWith("scenario.")) return false;
    }
    return !stories.empty();
  }
};

TEST_F(StoryTest, ALifeIsChosenFromTheList) {
  resize(1920, 1080, 1);
  click("storiesButton");
  layOut();
  click(rowOf(QStringLiteral("The musician")));
  EXPECT_EQ(app().life()->title(), "The musician");
  EXPECT_NE(app().life()->chosenId(), 0) << "there is something to see at once";
  layOut();
  EXPECT_EQ(item("storyList"), nullptr);
  app().run(QStringLiteral("edit.undo"));
  EXPECT_EQ(app().life()->title(), "A life with many turns");
}

TEST_F(StoryTest, EveryPhenomenonCanBeShownWithItsCaption) {
  EXPECT_TRUE(hasWords(app().stories()->lives()));
  EXPECT_TRUE(hasWords(app().stories()->phenomena()));
  EXPECT_EQ(app().stories()->phenomena().size(), 26);
  EXPECT_EQ(item("caption"), nullptr);
  for (const QVariant& story : app().stories()->phenomena()) {
    for (const char* side : {"before", "after"}) {
      const QVariantMap told = story.toMap();
      app().stories()->showPhenomenon(told.value("id").toString(), QString::fromLatin1(side));
      EXPECT_EQ(app().refusal(), QString());
      layOut();
      ASSERT_NE(item("caption"), nullptr);
      const QVariantMap caption = app().stories()->caption();
      const QString text = caption.value("text").toString();
      EXPECT_TRUE(text.contains(' ')) << "a key without words: " << text.toStdString();
      EXPECT_EQ(caption.value("title"), told.value("title"));
      EXPECT_EQ(caption.value("side").toString().toStdString(), side);
    }
  }
  app().run(QStringLiteral("caption.clear"));
  EXPECT_EQ(item("caption"), nullptr);
}

TEST_F(StoryTest, ATourIsGivenByClicksAndByAClicker) {
  resize(1920, 1080, 1);
  click("storiesButton");
  layOut();
  const auto tabs =
      items([](QQuickItem* at) { return at->property("text").toString() == "Tours"; });
  ASSERT_FALSE(tabs.empty());
  click(tabs.front());
  layOut();
  click(rowOf(QStringLiteral("Two paths: habits, relapse, treatment")));
  layOut();
  ASSERT_NE(item("tourBar"), nullptr);
  EXPECT_EQ(app().tour()->place(), "Step 1 of 9");
  const QString first = app().tour()->caption();
  QTest::keyClick(window(), Qt::Key_PageDown);
  EXPECT_EQ(app().tour()->step(), 2);
  EXPECT_NE(item("tourCaption")->property("text").toString(), first);
  click("tourNext");
  click("tourBack");
  EXPECT_EQ(app().tour()->step(), 2);
  QTest::keyClick(window(), Qt::Key_PageUp);
  EXPECT_EQ(app().tour()->caption(), first);
  EXPECT_EQ(item("tourNotes"), nullptr) << "not for the room";
  click("tourNotesButton");
  layOut();
  EXPECT_NE(item("tourNotes"), nullptr);
  click("tourClose");
  EXPECT_EQ(item("tourBar"), nullptr);
}

TEST_F(StoryTest, EveryStepOfEveryTourHasWordsThatFit) {
  for (const double scale : {1.0, 2.0}) {
    resize(1280, 720, scale);
    for (const QVariant& tour : app().stories()->tours()) {
      app().stories()->openTour(tour.toMap().value("id").toString());
      layOut();
      if (item("tourNotes") == nullptr) click("tourNotesButton");
      do {
        layOut();
        for (const QString& words : app().tour()->notes() + QStringList{app().tour()->caption()}) {
          EXPECT_FALSE(words.isEmpty() || words.startsWith("tour.")) << words.toStdString();
        }
        // What does not fit is reached by scrolling; the keys are always there.
        QQuickItem* words = item("tourWords");
        ASSERT_NE(words, nullptr);
        const bool fits = words->property("contentHeight").toDouble() <= words->height() + 0.5;
        EXPECT_TRUE(fits || words->property("interactive").toBool());
        EXPECT_GE(words->height(), 44) << app().tour()->caption().toStdString();
        for (const char* key : {"tourBack", "tourNext", "tourNotesButton", "tourClose"}) {
          QQuickItem* button = item(key);
          ASSERT_NE(button, nullptr) << key;
          const QRectF at = button->mapRectToItem(item("stage"), button->boundingRect());
          EXPECT_TRUE(item("stage")->boundingRect().contains(at)) << key << " at scale " << scale;
        }
      } while (session().registry().run("tour.next"));
    }
  }
  app().run(QStringLiteral("app.home"));
  EXPECT_FALSE(app().tour()->given()) << "Home is the beginning again";
}

// --- languages and search ------------------------------------------------------------------------

TEST_F(StoryTest, ALanguageIsChosenInTheWindowAndEverythingIsSaidInIt) {
  resize(1920, 1080, 1);
  app().stories()->showPhenomenon(QStringLiteral("05_new_neurons"), QStringLiteral("after"));
  for (int step = 0; step < 30; ++step) session().advance(0.1);
  selectRegion("hippocampus");
  layOut();
  const session::Moment before = session().moment();
  for (const QVariant& offered : app().languages()) {
    click("languageButton");
    layOut();
    const auto names = items([&](QQuickItem* at) {
      return at->property("text").toString() == offered.toMap().value("text").toString() &&
             at->property("checkable").toBool();
    });
    ASSERT_EQ(names.size(), 1U);
    click(names.front());
    layOut();
    const QString id = offered.toMap().value("id").toString();
    EXPECT_EQ(app().language(), id);
    EXPECT_TRUE(session().moment() == before) << "nothing else changes";
    EXPECT_EQ(app().mirrored(), id == "ar");
    const words::Texts own =
        words::Texts::load(std::filesystem::path(SYN_SOURCE_DIR) / "data", id.toStdString());
    const auto said = [&](const char* key) { return QString::fromStdString(own.say(key)); };
    const auto seen = [&](const QString& words) {
      return !items([&](QQuickItem* at) {
                return at->property("text").toString() == words;
              }).empty();
    };
    EXPECT_TRUE(seen(said("region.hippocampus.name"))) << id.toStdString();
    EXPECT_TRUE(seen(said("caption.05_after"))) << id.toStdString();
    EXPECT_TRUE(seen(said(("look." + session().pane().look().id).c_str()))) << id.toStdString();
    EXPECT_TRUE(seen(said("legend.studies"))) << id.toStdString();
    EXPECT_TRUE(seen(said("ruler.title"))) << id.toStdString();
    for (QQuickItem* at : items([](QQuickItem*) { return true; })) {
      const QString words = at->property("text").toString();
      EXPECT_TRUE(id == "en" || !words.contains(QStringLiteral("a week"))) << words.toStdString();
    }
  }
  app().run(QStringLiteral("app.home"));
  EXPECT_EQ(app().language(), "en") << "Home is the beginning again";
}

TEST_F(StoryTest, ATourBeginsWithNothingOnTheStage) {
  resize(1920, 1080, 1);
  app().choseByHand(QStringLiteral("region"));
  app().stories()->openTour(QStringLiteral("3_two_paths"));
  layOut();
  EXPECT_FALSE(item("explore")->property("cardsOpen").toBool());
  EXPECT_FALSE(item("explore")->property("somethingOpen").toBool());
}

TEST_F(StoryTest, ANoticeClosedStaysClosedInAnotherLanguage) {
  app().run("life.open", {{"name", std::string("nobody")}});
  layOut();
  ASSERT_NE(item("notice"), nullptr);
  QTest::keyClick(window(), Qt::Key_Escape);
  app().speak(QStringLiteral("de"));
  layOut();
  EXPECT_EQ(item("notice"), nullptr);
}

TEST_F(StoryTest, ARegionIsFoundByEachOfItsNamesInEveryLanguage) {
  for (const QVariant& offered : app().languages()) {
    app().speak(offered.toMap().value("id").toString());
    for (const Region& region : session().catalogue().regions) {
      const QString list = app().translate(
          QStringLiteral("region.%1.synonyms").arg(QString::fromStdString(region.id)));
      static const QRegularExpression kBetween(QStringLiteral("[;；؛]\\s*"));
      for (const QString& synonym : list.split(kBetween, Qt::SkipEmptyParts)) {
        app().regions()->setSearch(synonym.trimmed());
        const QString name = app().translate(
            QStringLiteral("region.%1.name").arg(QString::fromStdString(region.id)));
        EXPECT_TRUE(isListed(name)) << name.toStdString() << " as " << synonym.toStdString();
      }
    }
  }
  app().regions()->setSearch(QString());
  app().speak(QStringLiteral("en"));
}

// --- keys and what lies on the stage -------------------------------------------------------------

TEST_F(StoryTest, EscapeClosesWhatLiesUppermostAndThenChoosesNothing) {
  resize(1280, 720, 2);
  selectRegion("hippocampus");
  click("storiesButton");
  layOut();
  ASSERT_NE(item("storyList"), nullptr);
  QTest::keyClick(window(), Qt::Key_Escape);
  layOut();
  EXPECT_EQ(item("storyList"), nullptr);
  click("languageButton");
  layOut();
  ASSERT_NE(item("languages"), nullptr);
  QTest::keyClick(window(), Qt::Key_Escape);
  layOut();
  EXPECT_EQ(item("languages"), nullptr);
  app().run("life.open", {{"name", std::string("nobody")}});
  layOut();
  ASSERT_NE(item("notice"), nullptr);
  QTest::keyClick(window(), Qt::Key_Escape);
  layOut();
  EXPECT_EQ(item("notice"), nullptr);
  EXPECT_GE(session().pane().selection().region, 0);
  ASSERT_TRUE(item("explore")->property("somethingOpen").toBool()) << "the card is a sheet here";
  QTest::keyClick(window(), Qt::Key_Escape);
  EXPECT_FALSE(item("explore")->property("somethingOpen").toBool());
  ASSERT_NE(session().document().chosen(), nullptr);
  QTest::keyClick(window(), Qt::Key_Escape);
  EXPECT_EQ(session().document().chosen(), nullptr);
  QTest::keyClick(window(), Qt::Key_Escape);
  EXPECT_EQ(session().pane().selection().region, -1);
}

TEST_F(StoryTest, PointingDoesNotTakeANoticeAway) {
  app().run("life.open", {{"name", std::string("nobody")}});
  const QString refused = app().refusal();
  ASSERT_FALSE(refused.isEmpty());
  app().pointAt(0, 3);
  EXPECT_EQ(app().refusal(), refused);
}

TEST_F(StoryTest, PagesAreStepsOfATourOnlyWhileOneIsGiven) {
  resize(1920, 1080, 1);
  item("ageCursor")->forceActiveFocus();
  const double age = app().clock()->age();
  QTest::keyClick(window(), Qt::Key_PageDown);
  EXPECT_DOUBLE_EQ(app().clock()->age(), age - 10);
  QTest::keyClick(window(), Qt::Key_PageUp);
  EXPECT_DOUBLE_EQ(app().clock()->age(), age);
  app().life()->choose(app().life()->chosenId());
  layOut();
  QQuickItem* slider = item("doseSlider");
  ASSERT_NE(slider, nullptr);
  slider->forceActiveFocus();
  const double dose = app().life()->chosen().value("dose").toDouble();
  QTest::keyClick(window(), Qt::Key_PageDown);
  EXPECT_LT(app().life()->chosen().value("dose").toDouble(), dose);
  app().stories()->openTour(QStringLiteral("3_two_paths"));
  layOut();
  QTest::keyClick(window(), Qt::Key_PageDown);
  EXPECT_EQ(app().tour()->step(), 2) << "wherever the focus was";
}

TEST_F(StoryTest, GaugesStandInTheLegend) {
  resize(1920, 1080, 1);
  app().stories()->showPhenomenon(QStringLiteral("22_injury_and_its_limit"),
                                  QStringLiteral("after"));
  for (int step = 0; step < 30; ++step) session().advance(0.1);
  layOut();
  EXPECT_FALSE(app().pane()->legend()->gauges().empty());
  EXPECT_FALSE(app().pane()->legend()->gaugeMark().isEmpty());
  EXPECT_EQ(items([](QQuickItem* at) { return at->objectName() == "gauge"; }).size(),
            static_cast<std::size_t>(app().pane()->legend()->gauges().size()));
}

}  // namespace
}  // namespace syn::test
