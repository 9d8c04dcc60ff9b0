#include "session/document.h"

#include <random>

#include <gmock/gmock.h>

#include "base/logic_error.h"
#include "content_fixture.h"

namespace syn::session {
namespace {

int lane(const std::string& exposure) {
  static const Lanes kLanes = lanesOf(*shippedContent()->model);
  return laneIndex(*kLanes, exposure);
}

class DocumentTest : public testing::Test {
 protected:
  int firstSpan() const { return document_.life(0).spans()[0].id; }
  void setDose(double dose) {
    const int id = firstSpan();
    document_.edit(0, [=](Life& life) { life.setDose(id, dose); });
  }
  double dose() const { return document_.life(0).spans()[0].dose; }

  std::vector<Change> heard_;
  Document document_{shippedContent()->model, {walker()},
                     [this](Change change) { heard_.push_back(change); }};
};

TEST_F(DocumentTest, EditsAreUndoneAndRedoneInOrder) {
  setDose(200);
  setDose(250);
  document_.undo();
  EXPECT_DOUBLE_EQ(dose(), 200);
  document_.undo();
  EXPECT_DOUBLE_EQ(dose(), 120);
  EXPECT_FALSE(document_.canUndo());
  document_.undo();
  document_.redo();
  document_.redo();
  EXPECT_DOUBLE_EQ(dose(), 250);
  EXPECT_FALSE(document_.canRedo());
}

TEST_F(DocumentTest, ADragIsOneStepOfUndo) {
  document_.beginEdit();
  for (int dose = 130; dose <= 300; dose += 10) setDose(dose);
  document_.endEdit();
  document_.undo();
  EXPECT_DOUBLE_EQ(dose(), 120);
  EXPECT_FALSE(document_.canUndo());
}

TEST_F(DocumentTest, ADragThatEndsWhereItBeganLeavesNoStep) {
  document_.beginEdit();
  setDose(200);
  setDose(120);
  document_.endEdit();
  EXPECT_FALSE(document_.canUndo());
}

TEST_F(DocumentTest, ANewEditForgetsWhatWasUndone) {
  setDose(200);
  document_.undo();
  setDose(250);
  EXPECT_FALSE(document_.canRedo());
}

TEST_F(DocumentTest, UndoInTheMiddleOfADragEndsIt) {
  document_.beginEdit();
  setDose(200);
  document_.undo();
  EXPECT_DOUBLE_EQ(dose(), 120);
  setDose(300);
  document_.undo();
  EXPECT_DOUBLE_EQ(dose(), 120);
}

TEST_F(DocumentTest, WhatTheModelCannotLiveIsRefusedWithItsReason) {
  struct Case {
    const char* key;
    std::function<void(Life&)> ask;
  };
  const auto fill = [](Life& life, int onLane, double dose) {
    life.setDose(*life.add(onLane, 62, 10), dose);
  };
  const std::vector<Case> cases{
      {"refusal.crowded_week",
       [&](Life& life) {
         fill(life, lane("learning"), 40);
         fill(life, lane("routine_activity"), 60);
         fill(life, lane("rehabilitation"), 40);
       }},
      {"refusal.excluded",
       [](Life& life) {
         const int blind = *life.add(lane("sensory_deprivation"), 30);
         life.change(blind, [](sim::Entry& entry) { entry.target = "eyes"; });
         const int training = *life.add(lane("rehabilitation"), 31);
         life.change(training, [](sim::Entry& entry) {
           entry.region.clear();
           entry.target = "one_eye";
         });
       }},
      {"refusal.unknown_region", [](Life& life) {
         const int stroke = *life.add(lane("stroke"), 70);
         life.change(stroke, [](sim::Entry& entry) { entry.region = "gizzard"; });
       }}};
  const Life before = document_.life(0);
  for (const Case& refused : cases) {
    const Message why = document_.edit(0, refused.ask);
    EXPECT_EQ(why.key, refused.key);
    EXPECT_TRUE(document_.life(0) == before) << refused.key << " left something behind";
    EXPECT_FALSE(document_.canUndo()) << refused.key;
  }
}

TEST_F(DocumentTest, EverythingTheModelKnowsCanBeLived) {
  for (std::size_t i = 0; i < document_.lanes()->size(); ++i) {
    const Lane& info = (*document_.lanes())[i];
    const double age = std::max(info.fromAge, 20.0) < info.toAge ? std::max(info.fromAge, 20.0)
                                                                 : info.fromAge;
    const Message why =
        document_.edit(0, [&](Life& life) { ASSERT_TRUE(life.add(static_cast<int>(i), age)); });
    EXPECT_TRUE(why.empty()) << info.exposure << ": " << why.key;
    document_.undo();
  }
}

TEST_F(DocumentTest, TheChosenSpanGoesWithItsLife) {
  document_.chooseSpan({0, firstSpan()});
  ASSERT_NE(document_.chosen(), nullptr);
  document_.edit(0, [id = firstSpan()](Life& life) { life.remove(id); });
  EXPECT_EQ(document_.chosen(), nullptr);
  document_.chooseSpan({0, 4711});
  EXPECT_EQ(document_.chosenSpan().id, 0);
  document_.chooseSpan({7, 1});
  EXPECT_EQ(document_.chosenSpan().id, 0);
}

TEST_F(DocumentTest, OtherLivesAreOneStepOfUndo) {
  document_.setLives({walker(), scenarioOf({}, "Average")});
  EXPECT_EQ(document_.lifeCount(), 2);
  document_.undo();
  EXPECT_EQ(document_.lifeCount(), 1);
  EXPECT_THROW(document_.setLives({}), LogicError);
}

TEST_F(DocumentTest, KnowsWhetherThereIsSomethingToSave) {
  EXPECT_FALSE(document_.dirty());
  setDose(200);
  EXPECT_TRUE(document_.dirty());
  document_.undo();
  EXPECT_FALSE(document_.dirty()) << "what was undone needs no saving";
  setDose(200);
  document_.markSaved();
  EXPECT_FALSE(document_.dirty());
}

TEST_F(DocumentTest, ReportsWhatChangedAndNothingElse) {
  setDose(120);
  EXPECT_THAT(heard_, testing::IsEmpty());
  setDose(200);
  EXPECT_THAT(heard_, testing::UnorderedElementsAre(Change::history, Change::document));
}

/// However lives are edited, undoing everything gives the first state and redoing the last one.
class UndoWalk : public testing::TestWithParam<unsigned> {};

TEST_P(UndoWalk, GoesBackToTheBeginningAndToTheEnd) {
  std::mt19937 random(GetParam());
  std::uniform_real_distribution<double> ages(-20, 120);
  Document document(shippedContent()->model, {walker(), scenarioOf({})});
  const std::vector<LifeStory> first = document.stories();
  const auto lanes = static_cast<int>(document.lanes()->size());
  for (int step = 0; step < 120; ++step) {
    const int life = static_cast<int>(random() % 2);
    if (random() % 9 == 0) document.beginEdit();
    if (random() % 9 == 0) document.endEdit();
    static_cast<void>(document.edit(life, [&](Life& edited) {
      const std::size_t count = edited.spans().size();
      const int id = count == 0 ? 0 : edited.spans()[random() % count].id;
      switch (random() % 7) {
        case 0:
        case 1:
          edited.add(static_cast<int>(random() % static_cast<unsigned>(lanes)), ages(random));
          break;
        case 2:
          edited.setDose(id, ages(random));
          break;
        case 3:
          edited.moveTo(id, ages(random));
          break;
        case 4:
          edited.setTo(id, ages(random));
          break;
        case 5:
          edited.change(id, [&](sim::Entry& rest) { rest.hemisphere = "left"; });
          break;
        default:
          edited.remove(id);
      }
    }));
  }
  document.endEdit();
  const std::vector<LifeStory> last = document.stories();
  while (document.canUndo()) document.undo();
  EXPECT_TRUE(document.stories() == first);
  while (document.canRedo()) document.redo();
  EXPECT_TRUE(document.stories() == last);
}

INSTANTIATE_TEST_SUITE_P(Seeds, UndoWalk, testing::Range(1U, 9U));

}  // namespace
}  // namespace syn::session
