// Lives were compared field by field, by hand: an edit of what the list had forgotten (the skill,
// the side of a stroke) was taken for no edit, so that it was neither computed anew nor undone.
#include <gtest/gtest.h>

#include "session/content.h"
#include "session/document.h"

namespace syn::session {
namespace {

struct Field {
  const char* name;
  void (*change)(sim::Entry&);
};

void PrintTo(const Field& field, std::ostream* out) {
  *out << field.name;
}

class LifeEquality : public testing::TestWithParam<Field> {};

TEST_P(LifeEquality, AChangeOfAnyFieldIsAnEdit) {
  static const auto kModel = sim::Model::load(std::filesystem::path(SYN_SOURCE_DIR) / "data");
  sim::Scenario scenario;
  sim::Entry use;
  use.exposure = "use";
  use.toWeek = 520;
  use.dose.mean = 1;
  use.from = "acc";
  use.to = "pcc";
  scenario.life = {use};
  const Life life(lanesOf(*kModel), scenario.life);
  Life changed = life;
  changed.change(changed.spans()[0].id, GetParam().change);
  EXPECT_FALSE(changed == life);
}

INSTANTIATE_TEST_SUITE_P(
    Fields, LifeEquality,
    testing::Values(Field{"skill", [](sim::Entry& e) { e.skill = "motor"; }},
                    Field{"target", [](sim::Entry& e) { e.target = "habit"; }},
                    Field{"region", [](sim::Entry& e) { e.region = "motor"; }},
                    Field{"hemisphere", [](sim::Entry& e) { e.hemisphere = "left"; }},
                    Field{"from", [](sim::Entry& e) { e.from = "ofc"; }},
                    Field{"to", [](sim::Entry& e) { e.to = "ofc"; }},
                    Field{"path", [](sim::Entry& e) { e.path = "old"; }},
                    Field{"novelty", [](sim::Entry& e) { e.novelty = 0.5; }},
                    Field{"challenge", [](sim::Entry& e) { e.challenge = 0.5; }},
                    Field{"spread", [](sim::Entry& e) { e.dose.sd = 0.1; }}),
    [](const testing::TestParamInfo<Field>& field) { return std::string(field.param.name); });

}  // namespace
}  // namespace syn::session
