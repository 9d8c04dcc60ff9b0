#include <algorithm>

#include "sim/checks.h"
#include "sim/model.h"

namespace syn::sim {
namespace {

bool same(const Drawn& a, const Drawn& b) {
  return a.mean == b.mean && a.sd == b.sd;
}

// Whether two entries are lived alike; where they were read does not matter.
bool same(const Entry& a, const Entry& b) {
  return a.exposure == b.exposure && same(a.dose, b.dose) && a.fromWeek == b.fromWeek &&
         a.toWeek == b.toWeek && a.acute == b.acute && a.novelty == b.novelty &&
         a.challenge == b.challenge && a.skill == b.skill && a.target == b.target &&
         a.region == b.region && a.hemisphere == b.hemisphere && a.from == b.from && a.to == b.to &&
         a.path == b.path;
}

bool same(const ConditionStart& a, const ConditionStart& b) {
  return same(a.severity, b.severity) && a.sinceAge == b.sinceAge;
}

bool same(const PersonSpec& a, const PersonSpec& b) {
  return same(a.ageYears, b.ageYears) && a.sex == b.sex && a.traits == b.traits &&
         a.options.fixedBrain == b.options.fixedBrain &&
         a.options.adultNeurogenesis == b.options.adultNeurogenesis &&
         std::equal(a.conditions.begin(), a.conditions.end(), b.conditions.begin(),
                    b.conditions.end(),
                    [](const auto& x, const auto& y) {
                      return x.first == y.first && same(x.second, y.second);
                    }) &&
         std::equal(a.history.begin(), a.history.end(), b.history.begin(), b.history.end(),
                    [](const Entry& x, const Entry& y) { return same(x, y); });
}

bool samePast(const RunRequest& a, const RunRequest& b) {
  return a.people == b.people && a.seed == b.seed && a.kinship == b.kinship &&
         same(a.person, b.person);
}

}  // namespace

Population populationOf(const Model& model) {
  return [&model](const std::vector<RunRequest>& requests) {
    std::vector<std::vector<double>> values(requests.size());
    std::vector<char> done(requests.size(), 0);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (done[i]) continue;
      std::vector<std::size_t> members;
      std::vector<ArmRequest> arms;
      for (std::size_t k = i; k < requests.size(); ++k) {
        if (done[k] || !samePast(requests[i], requests[k])) continue;
        done[k] = 1;
        members.push_back(k);
        arms.push_back({requests[k].arm, requests[k].readings});
      }
      std::vector<std::vector<double>> ofArms = runArms(model, requests[i], arms);
      for (std::size_t a = 0; a < members.size(); ++a) values[members[a]] = std::move(ofArms[a]);
    }
    return values;
  };
}

}  // namespace syn::sim
