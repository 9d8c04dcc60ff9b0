#include <algorithm>
#include <set>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "session/guide/tour.h"

namespace syn::session {
namespace {

constexpr double kLongestWay = 30;   // seconds
constexpr double kLongestStep = 60;  // minutes
constexpr double kMostNotes = 20;
constexpr std::size_t kMostWords = 12;  // of a caption: more is not read while somebody speaks
constexpr std::size_t kMostBytes = 2000;

/// Words of a lecturer's own file, said as they are.
Message plain(std::string text) {
  return {"tour.own_words", {{"text", std::move(text)}}};
}

std::size_t wordsIn(const std::string& text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char letter : text) {
    const bool gap = letter == ' ' || letter == '\n' || letter == '\t';
    if (!gap && !inside) ++words;
    inside = !gap;
  }
  return words;
}

bool isWord(const std::string& id) {
  return !id.empty() && std::ranges::all_of(id, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
  });
}

class TourReader {
 public:
  TourReader(std::string id, const Content& content, IssueList& issues)
      : content_(content), issues_(issues) {
    tour_.id = std::move(id);
  }

  Tour read(const JsonNode& node) {
    ObjectReader in(node, issues_);
    if (in.integer("version", {1, 1e6, ""}) > Tour::kVersion) {
      in.fail("version", "version",
              "this file is of a later version of the program; write it with this one, or update");
    }
    tour_.title = words(in, "title", "title", true);
    tour_.summary = words(in, "summary", "summary", true);
    const std::vector<JsonNode> steps = in.array("steps");
    if (in.has("steps") && (steps.empty() || steps.size() > Tour::kMostSteps)) {
      in.fail("steps", "length",
              "a tour has from 1 to " + std::to_string(Tour::kMostSteps) + " steps");
    } else {
      for (const JsonNode& step : steps) tour_.steps.push_back(readStep(step));
    }
    in.finish();
    return std::move(tour_);
  }

 private:
  TourStep readStep(const JsonNode& node) {
    ObjectReader in(node, issues_);
    TourStep step;
    step.id = in.text("id");
    if (in.has("id") && !isWord(step.id)) {
      in.fail("id", "format", "use small letters, digits and _ only");
    } else if (in.has("id") && !ids_.insert(step.id).second) {
      in.fail("id", "duplicate", "another step has this id already; each needs its own");
    }
    readMomentOf(in, step);
    step.seconds = in.number("seconds", {0, kLongestWay, "s"}, step.seconds);
    step.runs = in.boolean("runs", false);
    step.minutes = in.number("minutes", {0, kLongestStep, "minutes"}, step.minutes);
    step.caption = words(in, "caption", step.id + ".caption", true);
    step.question = words(in, "question", step.id + ".question", false);
    readNotes(in, step);
    readEvidence(in, step);
    in.finish();
    return step;
  }

  void readMomentOf(ObjectReader& in, TourStep& step) {
    if (in.has("moment")) {
      step.moment = namedMoment(in);
    } else if (tour_.steps.empty()) {
      in.fail("moment", "missing", "the first step needs one: a name or file as in data/moments");
    } else {
      step.moment = tour_.steps.back().moment;
    }
    step.moment.caption.clear();
    if (const auto changes = in.object("changes", false)) {
      step.moment = readMomentChanges(*changes, step.moment, content_, issues_);
    }
  }

  Moment namedMoment(ObjectReader& in) {
    const std::string name = in.text("moment");
    try {
      if (const auto file = findMoment(content_.data, name)) return loadMoment(*file, content_);
      if (!name.empty()) in.fail("moment", "unknown-moment", "there is no Moment of this name");
    } catch (const ContentError& error) {
      for (const Issue& issue : error.issues()) {
        in.fail("moment", "unknown-moment", "it cannot be read: " + issue.text());
      }
    }
    return {};
  }

  /// A member with the words themselves, or else the key that stands for them.
  Message words(ObjectReader& in, std::string_view member, const std::string& key, bool always) {
    const std::string whole = "tour." + tour_.id + "." + key;
    const auto node = in.raw(member);
    if (!node) return always ? Message{whole} : Message{};
    if (node->kind() == JsonNode::Kind::boolean) {
      return node->asBool() ? Message{whole} : Message{};
    }
    if (node->kind() != JsonNode::Kind::string) {
      in.fail(member, "wrong-type", "must be a text, or true for the words of data/i18n");
      return {};
    }
    std::string text = node->asString();
    if (text.size() > kMostBytes) {
      in.fail(member, "length", "is longer than anybody reads; shorten it");
      return {};
    }
    if (member == "caption" && wordsIn(text) > kMostWords) {
      in.fail(member, "length", "a caption has 12 words at most; put the rest into the notes");
    }
    return plain(std::move(text));
  }

  void readNotes(ObjectReader& in, TourStep& step) {
    const auto node = in.raw("notes");
    if (!node) return;
    if (node->kind() == JsonNode::Kind::array) {
      for (std::string& text : in.texts("notes")) step.notes.push_back(plain(std::move(text)));
      return;
    }
    const int count = in.integer("notes", {0, kMostNotes, "notes"});
    for (int i = 1; i <= count; ++i) {
      step.notes.push_back(
          Message{"tour." + tour_.id + "." + step.id + ".note_" + std::to_string(i)});
    }
  }

  void readEvidence(ObjectReader& in, TourStep& step) {
    const Evidence& evidence = content_.catalogue().evidence;
    for (std::string& id : in.texts("evidence")) {
      if (evidence.find(id)) {
        step.evidence.push_back(std::move(id));
        continue;
      }
      std::vector<std::string> known;
      for (const Finding& finding : evidence.findings) known.push_back(finding.id);
      in.fail("evidence", "unknown-finding",
              "there is no finding \"" + id + "\" in data/evidence/evidence.json" +
                  didYouMean(id, known));
    }
  }

  const Content& content_;
  IssueList& issues_;
  Tour tour_;
  std::set<std::string> ids_;
};

}  // namespace

Tour readTour(const JsonNode& node, const std::string& id, const Content& content,
              IssueList& issues) {
  return TourReader(id, content, issues).read(node);
}

Tour readTour(std::string_view text, const std::string& name, const Content& content) {
  const JsonDocument document = JsonDocument::parse(text, name);
  IssueList issues;
  const std::string id = std::filesystem::path(name).stem().string();
  Tour tour = readTour(document.root(), id, content, issues);
  issues.throwIfAny();
  return tour;
}

}  // namespace syn::session
