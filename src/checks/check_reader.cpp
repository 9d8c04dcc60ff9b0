#include "checks/check_reader.h"

#include <algorithm>
#include <set>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/json.h"
#include "checks/outcomes.h"
#include "checks/statistics.h"

namespace syn::checks {
namespace {

constexpr Range kWeek{0, 5200, "weeks"};
constexpr Range kAge{0, 100, "years"};

std::string unknownWord(const std::string& what, const std::string& word,
                        const std::vector<std::string>& known) {
  return "unknown " + what + " \"" + word + "\"" + didYouMean(word, known, "");
}

// Annotations for people that change nothing.
void skipNotes(ObjectReader& in) {
  for (const char* key : {"note", "notes", "comment", "title", "description", "source", "version",
                          "$schema", "schema", "species", "tags", "unit"}) {
    (void)in.raw(key);
  }
}

class CheckParser {
 public:
  CheckParser(JsonNode node, IssueList& issues) : in_(std::move(node), issues), issues_(issues) {}

  Check parse() {
    if (in_.node().kind() != JsonNode::Kind::object) return {};
    check_.id = in_.text("id");
    if (check_.id.empty() && in_.has("id"))
      in_.fail("id", "empty", "must not be empty; name the check");
    check_.group = in_.text("group", "");
    check_.evidence = in_.texts("evidence");
    (void)in_.text("grade", "");
    (void)in_.text("replication", "");
    skipNotes(in_);
    check_.people = in_.integer("people", {1, 1e6, "people"}, 100);
    check_.seed = static_cast<std::uint64_t>(in_.number("seed", {0, 9007199254740992.0, ""}, 1));
    readArms();
    readMeasures();
    if (const auto statistic = in_.object("statistic")) readStatistic(*statistic);
    if (const auto expect = in_.object("expect")) readExpectation(*expect);
    in_.finish();
    return std::move(check_);
  }

 private:
  void readArms() {
    sim::PersonDraft person;
    if (const auto node = in_.object("person")) {
      person = sim::readPerson(*node, issues_);
      if (!person.age && !node->find("age")) {
        issues_.add(node->issue("missing-key", "\"age\" is missing; give the age at week 0"));
      }
    }
    const auto overrides = in_.has("arm_person") ? in_.object("arm_person") : std::nullopt;
    const auto arms = in_.object("arms");
    if (!arms) return;
    if (arms->size() == 0) issues_.add(arms->issue("empty", "needs at least one arm"));
    for (const std::string& name : arms->keys()) {
      const JsonNode list = *arms->find(name);
      if (list.kind() != JsonNode::Kind::array) {
        issues_.add(list.issue("type", "an arm must be a list of entries, not " + list.kindName()));
        continue;
      }
      CheckArm arm{name, {}, {}};
      sim::PersonDraft own = person;
      if (overrides) {
        if (const auto changes = overrides->find(name))
          own = person.with(sim::readPerson(*changes, issues_));
      }
      arm.person = own.spec();
      std::vector<JsonNode> nodes;
      for (std::size_t i = 0; i < list.size(); ++i) nodes.push_back(list.at(i));
      arm.schedule = sim::scheduleOf(sim::readEntries(nodes, sim::TimeUnit::either, issues_),
                                     arm.person.ageYears.mean);
      inspect(arm);
      check_.arms.push_back(std::move(arm));
    }
    if (!overrides) return;
    for (const std::string& name : overrides->keys()) {
      if (!arms->find(name)) {
        issues_.add(overrides->find(name)->issue(
            "unknown-arm", "there is no arm \"" + name + "\"; name one of \"arms\""));
      }
    }
  }

  void inspect(const CheckArm& arm) {
    const auto complain = [&](const sim::Entry& entry, const std::string& message) {
      check_.errors.push_back("arm \"" + arm.name + "\", line " +
                              std::to_string(entry.line.number) + ": " + message);
    };
    for (const sim::Entry& entry : arm.schedule) {
      if (entry.fromWeek < 0) complain(entry, "begins before week 0; move it to \"history\"");
      if (entry.toWeek < entry.fromWeek) complain(entry, "ends before it begins");
    }
  }

  void readMeasures() {
    if (const auto node = in_.object("measure")) check_.measure = readMeasure(*node);
    check_.versusMeasure = check_.measure;
    if (const auto node = in_.object("versus_measure", false)) {
      check_.versusMeasure = readMeasure(*node);
    }
  }

  std::optional<sim::TimePoint> readTimePoint(ObjectReader& in,
                                              std::initializer_list<const char*> weekKeys,
                                              std::initializer_list<const char*> ageKeys) {
    std::optional<sim::TimePoint> point;
    const auto take = [&](const char* key, bool isAge) {
      if (!in.has(key)) return;
      const double value = in.number(key, isAge ? kAge : kWeek);
      if (point) {
        in.fail(key, "contradiction", "says the same as another key of this object; keep one");
      }
      point = sim::TimePoint{value, isAge};
    };
    for (const char* key : weekKeys) take(key, false);
    for (const char* key : ageKeys) take(key, true);
    return point;
  }

  // Members that all measures share, wherever they stand; the caller finishes the reader.
  CheckMeasure readMeasureMembers(ObjectReader& in) {
    CheckMeasure measure;
    sim::Measure& state = measure.state;
    const std::string quantity = in.text("quantity");
    state.region = in.text("region", "");
    state.hemisphere = in.text("hemisphere", "both");
    state.from = in.text("from", "");
    state.to = in.text("to", "");
    state.path = in.text("path", "");
    state.target = in.text("target", "");
    state.condition = in.text("condition", "");
    state.domain = in.text("domain", "");
    state.window = in.text("window", "");
    measure.atLeast = in.optionalNumber("threshold");
    measure.above = in.optionalNumber("above");
    if (measure.atLeast && measure.above) {
      in.fail("above", "contradiction", "give either \"threshold\" or \"above\", not both");
    }
    skipNotes(in);
    if (state.hemisphere != "both" && state.hemisphere != "left" && state.hemisphere != "right") {
      check_.errors.push_back(
          unknownWord("hemisphere", state.hemisphere, {"both", "left", "right"}));
    }
    if (quantity.empty()) return measure;

    if (const OutcomeKind* outcome = outcomeKind(quantity)) {
      measure.outcome = outcome;
      state.quantity = sim::Quantity::symptomSeverity;
      if (!measure.atLeast) measure.atLeast = measure.above;
      measure.above.reset();
      if (state.condition.empty()) {
        check_.errors.push_back("\"" + quantity + "\" needs a \"condition\"");
      }
    } else if (const auto known = sim::quantityOf(quantity)) {
      state.quantity = *known;
    } else {
      std::vector<std::string> words = sim::quantityWords();
      for (const OutcomeKind& kind : outcomeKinds()) words.emplace_back(kind.word);
      check_.errors.push_back(unknownWord("quantity", quantity, words));
    }
    return measure;
  }

  CheckMeasure readMeasure(const JsonNode& node) {
    ObjectReader in(node, issues_);
    CheckMeasure measure = readMeasureMembers(in);
    in.finish();
    return measure;
  }

  CheckMeasure readMeasureWithTime(ObjectReader& in) {
    CheckMeasure measure = readMeasureMembers(in);
    measure.week = readTimePoint(in, {"week", "to_week"}, {"at_age", "to_age"});
    measure.from = readTimePoint(in, {"from_week"}, {"from_age"});
    return measure;
  }

  void checkArm(ObjectReader& in, const char* key, const std::string& name) {
    if (name.empty()) return;
    std::vector<std::string> names;
    for (const CheckArm& arm : check_.arms) names.push_back(arm.name);
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    in.fail(key, "unknown-arm",
            "there is no arm \"" + name + "\"" + didYouMean(name, names, "; name one of \"arms\""));
  }

  void readStatistic(const JsonNode& node) {
    ObjectReader in(node, issues_);
    Statistic& s = check_.statistic;
    const std::string word = in.text("kind");
    s.kind = statisticKind(word);
    if (s.kind == nullptr && !word.empty()) {
      std::vector<std::string> words;
      for (const StatisticKind& known : statisticKinds()) words.emplace_back(known.word);
      check_.errors.push_back(unknownWord("statistic", word, words));
    }
    s.arm = in.text("arm", check_.arms.size() == 1 ? check_.arms.front().name : "");
    s.versus = in.text("versus", "");
    s.control = in.text("control", "");
    s.versusControl = in.text("versus_control", s.control);
    checkArm(in, "arm", s.arm);
    checkArm(in, "versus", s.versus);
    checkArm(in, "control", s.control);
    checkArm(in, "versus_control", s.versusControl);
    s.from = readTimePoint(in, {"from_week"}, {"from_age"});
    s.to = readTimePoint(in, {"to_week", "week", "at_week"}, {"at_age", "to_age"});
    s.versusFrom = readTimePoint(in, {"versus_from_week"}, {"versus_from_age"});
    s.versusTo = readTimePoint(in, {"versus_to_week"}, {"versus_to_age", "versus_at_age"});
    s.fraction = in.number("fraction", {0, 1, ""}, 0);
    if (const auto with = in.object("with", false)) {
      ObjectReader other(*with, issues_);
      s.with = readMeasureWithTime(other);
      other.finish();
    }
    if (const auto among = in.object("among", false)) readAmong(*among);
    skipNotes(in);
    in.finish();
    if (s.kind != nullptr) requireParts(in, *s.kind);
  }

  void requireParts(ObjectReader& in, const StatisticKind& kind) {
    Statistic& s = check_.statistic;
    const std::string word(kind.word);
    if (s.arm.empty()) in.fail("arm", "missing-key", "\"arm\" is missing; name the arm to read");
    if (kind.needsVersus && s.versus.empty()) {
      // Two measures of one arm are a comparison too.
      if (in_.has("versus_measure")) {
        s.versus = s.arm;
      } else {
        in.fail("versus", "missing-key",
                "\"" + word + "\" needs \"versus\", the arm to compare with");
      }
    }
    if (kind.needsEnd && !s.to)
      in.fail("to_week", "missing-key", "\"" + word + "\" needs \"to_week\"");
    if (s.from && s.to && s.from->isAge == s.to->isAge && s.from->value > s.to->value) {
      in.fail("to_week", "reversed", "the span ends before it begins; swap its ends");
    }
    if (kind.needsFraction && s.fraction <= 0) {
      in.fail("fraction", "missing-key", "\"week_to_fraction\" needs \"fraction\" above 0");
    }
    if (kind.needsWith && !s.with) {
      in.fail("with", "missing-key", "\"correlation\" needs \"with\", the second measure");
    }
    if (kind.countsPeople && !(check_.measure.isBinary() && check_.versusMeasure.isBinary())) {
      check_.errors.push_back("\"" + word +
                              "\" counts people and needs a 0/1 measure; add \"threshold\"");
    }
  }

  void readAmong(const JsonNode& node) {
    ObjectReader in(node, issues_);
    Among among;
    among.measure = readMeasureWithTime(in);
    const auto equals = in.raw("equals");
    if (equals && equals->kind() == JsonNode::Kind::boolean) {
      among.equals = equals->asBool();
    } else {
      among.equals = in.integer("equals", {0, 1, ""}, 1) == 1;
    }
    among.arm = in.text("in", "");
    checkArm(in, "in", among.arm);
    in.finish();
    if (!among.measure.isBinary()) {
      check_.errors.push_back("\"among\" needs a 0/1 measure; add \"above\" or \"threshold\"");
    }
    check_.statistic.among = std::move(among);
  }

  void readExpectation(const JsonNode& node) {
    ObjectReader in(node, issues_);
    const auto numberOrNull = [&](const char* key) -> std::optional<double> {
      const auto member = in.raw(key);
      if (!member || member->kind() == JsonNode::Kind::null) return std::nullopt;
      return in.optionalNumber(key);
    };
    check_.expect.value = numberOrNull("value");
    const auto low = numberOrNull("low"), high = numberOrNull("high");
    if (!low && !high && !in.has("low") && !in.has("high")) {
      in.fail("low", "missing-key", "\"low\" and \"high\" are missing; give the accepted range");
    }
    if (low) check_.expect.low = *low;
    if (high) check_.expect.high = *high;
    if (check_.expect.low > check_.expect.high) {
      in.fail("high", "reversed", "is below \"low\"; swap the ends of the range");
    }
    skipNotes(in);
    in.finish();
  }

  ObjectReader in_;
  IssueList& issues_;
  Check check_;
};

std::vector<Check> readDocument(const JsonDocument& document) {
  IssueList issues;
  ObjectReader in(document.root(), issues);
  skipNotes(in);
  std::vector<Check> checks;
  std::set<std::string> ids;
  for (const JsonNode& node : in.array("checks")) {
    Check check = CheckParser(node, issues).parse();
    if (!check.id.empty() && !ids.insert(check.id).second) {
      issues.add(
          node.issue("duplicate-id", "the id \"" + check.id + "\" stands twice; rename one"));
    }
    checks.push_back(std::move(check));
  }
  in.finish();
  issues.throwIfAny();
  return checks;
}

}  // namespace

const CheckArm& Check::arm(const std::string& name) const {
  for (const CheckArm& candidate : arms) {
    if (candidate.name == name) return candidate;
  }
  throw Error(id + ": there is no arm \"" + name + "\"");
}

std::vector<Check> readChecks(const std::filesystem::path& file) {
  return readDocument(JsonDocument::load(file));
}

std::vector<Check> parseChecks(std::string_view text, const std::string& name) {
  return readDocument(JsonDocument::parse(text, name));
}

}  // namespace syn::checks
