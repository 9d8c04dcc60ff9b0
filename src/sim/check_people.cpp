#include "sim/checks.h"
#include "sim/model.h"

namespace syn::sim {

Population populationOf(const Model& model) {
  return [&model](const std::vector<RunRequest>& requests) {
    std::vector<std::vector<double>> values;
    for (const RunRequest& request : requests) values.push_back(runPopulation(model, request));
    return values;
  };
}

}  // namespace syn::sim
