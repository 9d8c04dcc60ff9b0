#include "checks/runner.h"
#include "sim/model.h"

namespace syn::checks {
namespace {

bool samePast(const sim::RunRequest& a, const sim::RunRequest& b) {
  return a.people == b.people && a.seed == b.seed && a.kinship == b.kinship && a.person == b.person;
}

}  // namespace

Population populationOf(const sim::Model& model) {
  return [&model](const std::vector<sim::RunRequest>& requests) {
    std::vector<std::vector<double>> values(requests.size());
    std::vector<char> done(requests.size(), 0);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (done[i]) continue;
      std::vector<std::size_t> members;
      std::vector<sim::ArmRequest> arms;
      for (std::size_t k = i; k < requests.size(); ++k) {
        if (done[k] || !samePast(requests[i], requests[k])) continue;
        done[k] = 1;
        members.push_back(k);
        arms.push_back({requests[k].arm, requests[k].readings});
      }
      std::vector<std::vector<double>> ofArms = sim::runArms(model, requests[i], arms);
      for (std::size_t a = 0; a < members.size(); ++a) values[members[a]] = std::move(ofArms[a]);
    }
    return values;
  };
}

}  // namespace syn::checks
