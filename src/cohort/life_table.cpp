#include "cohort/life_table.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/files.h"
#include "cohort/hdf5_file.h"

namespace syn::cohort {
namespace {

constexpr double kWeeksPerYear = 52;

// Shortest text that reads back as the same number.
void append(std::string& out, double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out.append(buffer, end);
}

std::string csv(const std::vector<double>& ages, const std::vector<State>& states,
                const std::vector<std::vector<double>>& columns) {
  std::string out = "age_years";
  for (const State& state : states) out += "," + state.name + " [" + state.unit + "]";
  out += "\n";
  for (std::size_t row = 0; row < ages.size(); ++row) {
    append(out, ages[row]);
    for (const std::vector<double>& column : columns) {
      out += ',';
      append(out, column[row]);
    }
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<double> agesEvery(int everyWeeks) {
  std::vector<double> ages;
  for (int week = 0; week < sim::Trajectory::kLifeWeeks; week += everyWeeks) {
    ages.push_back(week / kWeeksPerYear);
  }
  ages.push_back(sim::Trajectory::kLifeWeeks / kWeeksPerYear);
  return ages;
}

void requireEnding(const std::filesystem::path& file, const std::vector<std::string>& endings) {
  const std::string ending = file.extension().string();
  if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return;
  std::string known;
  for (const std::string& word : endings) known += (known.empty() ? "" : " or ") + word;
  throw RefusedError(file.string() + ": the name must end in " + known);
}

void writeLife(const sim::Trajectory& life, const std::vector<State>& states, int everyWeeks,
               const Metadata& metadata, const std::filesystem::path& file) {
  requireEnding(file, {".csv", ".h5"});
  const std::vector<double> ages = agesEvery(everyWeeks);
  std::vector<std::vector<double>> columns;
  for (const State& state : states) {
    const int resolved = life.resolve(state.measure);
    std::vector<double>& column = columns.emplace_back();
    for (const double age : ages) column.push_back(life.value(resolved, age));
  }
  if (file.extension() == ".csv") {
    writeFileAtomically(file, csv(ages, states, columns));
    return;
  }
  Hdf5File out(file);
  for (const auto& [name, value] : metadata) out.attribute(name, value);
  out.vector("age_years", ages, "years");
  for (std::size_t i = 0; i < states.size(); ++i) {
    out.vector("states/" + states[i].name, columns[i], states[i].unit);
  }
  out.commit();
}

}  // namespace syn::cohort
