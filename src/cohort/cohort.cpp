#include "cohort/cohort.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <exception>

#include "base/error.h"
#include "base/files.h"
#include "cohort/hdf5_file.h"
#include "sim/model.h"
#include "sim/population.h"

namespace syn::cohort {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kChunkPeople = 256;  // rows of one compressed chunk of the file
constexpr std::string_view kSealName = "cohort.txt";

// The blocks of one cohort on disk. A block is a raw array of doubles [state][person][age], written
// atomically, so it is either whole or not there.
class Parts {
 public:
  Parts(const CohortRequest& request, std::size_t ages)
      : request_(request), ages_(ages), folder_(request.out.string() + ".parts") {}

  // On the first rank, before anything is simulated.
  void open() const {
    const fs::path seal = folder_ / kSealName;
    const std::string own = sealText();
    std::error_code error;
    if (fs::exists(seal)) {
      if (readFile(seal, 4096) == own) return;
      throw RefusedError(folder_.string() +
                         " holds the unfinished parts of another cohort; remove it or choose "
                         "another name for --out");
    }
    fs::create_directories(folder_, error);
    if (error) throw RefusedError(folder_.string() + ": cannot be made (" + error.message() + ")");
    writeFileAtomically(seal, own);
  }

  [[nodiscard]] int blocks() const {
    return (request_.people + request_.blockPeople - 1) / request_.blockPeople;
  }
  [[nodiscard]] int firstOf(int block) const { return block * request_.blockPeople; }
  [[nodiscard]] int peopleOf(int block) const {
    return std::min(request_.blockPeople, request_.people - firstOf(block));
  }

  [[nodiscard]] bool has(int block) const {
    std::error_code error;
    return fs::file_size(pathOf(block), error) == bytesOf(block) && !error;
  }

  void write(int block, const std::vector<double>& values) const {
    std::string bytes(values.size() * sizeof(double), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    writeFileAtomically(pathOf(block), bytes);
  }

  [[nodiscard]] std::vector<double> read(int block) const {
    const std::string bytes = readFile(pathOf(block), bytesOf(block));
    std::vector<double> values(bytes.size() / sizeof(double));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(double));
    return values;
  }

  void remove() const {
    std::error_code ignored;  // left-over parts do no harm
    fs::remove_all(folder_, ignored);
  }

 private:
  [[nodiscard]] std::string sealText() const {
    std::string text = request_.fingerprint + "\npeople " + std::to_string(request_.people) +
                       "\nseed " + std::to_string(request_.seed) + "\nevery " +
                       std::to_string(request_.everyWeeks) + "\nblock " +
                       std::to_string(request_.blockPeople);
    for (const State& state : request_.states) text += "\n" + state.name;
    return sha256(text) + "\n";
  }
  [[nodiscard]] fs::path pathOf(int block) const {
    return folder_ / (std::to_string(block) + ".part");
  }
  [[nodiscard]] std::size_t bytesOf(int block) const {
    return static_cast<std::size_t>(peopleOf(block)) * ages_ * request_.states.size() *
           sizeof(double);
  }

  const CohortRequest& request_;
  std::size_t ages_;
  fs::path folder_;
};

// Values of one block as [state][person][age].
std::vector<double> simulateBlock(const sim::Model& model, const CohortRequest& request,
                                  const std::vector<int>& weeks, int first, int people) {
  sim::RunRequest run;
  run.person = request.scenario.person;
  run.arm = request.scenario.life;
  run.people = people;
  run.firstPerson = static_cast<std::uint64_t>(first);
  run.seed = request.seed;
  run.threads = request.threads;
  for (const State& state : request.states) {
    for (const int week : weeks) run.readings.push_back({state.measure, week});
  }
  const std::vector<double> values = sim::runPopulation(model, run);
  const std::size_t states = request.states.size(), ages = weeks.size();
  const std::size_t persons = static_cast<std::size_t>(people);
  std::vector<double> block(values.size());
  for (std::size_t p = 0; p < persons; ++p) {
    for (std::size_t s = 0; s < states; ++s) {
      for (std::size_t t = 0; t < ages; ++t) {
        block[(s * persons + p) * ages + t] = values[(p * states + s) * ages + t];
      }
    }
  }
  return block;
}

void append(std::string& out, double value) {
  char buffer[32];
  out += ',';
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

// Mean, standard deviation and percentiles over people at each age, as rows of the CSV.
void appendSummary(std::string& out, const State& state, const std::vector<double>& ages,
                   const std::vector<double>& table) {
  const std::size_t people = table.size() / ages.size();
  std::vector<double> column(people);
  for (std::size_t t = 0; t < ages.size(); ++t) {
    double mean = 0, squares = 0;
    for (std::size_t p = 0; p < people; ++p) {
      column[p] = table[p * ages.size() + t];
      mean += column[p];
    }
    mean /= static_cast<double>(people);
    for (const double v : column) squares += (v - mean) * (v - mean);
    std::sort(column.begin(), column.end());
    out += state.name + "," + state.unit;
    append(out, ages[t]);
    append(out, mean);
    append(out, people > 1 ? std::sqrt(squares / static_cast<double>(people - 1)) : 0);
    for (const double percent : {5.0, 25.0, 50.0, 75.0, 95.0}) {
      append(out, percentile(column, percent));
    }
    out += '\n';
  }
}

void assemble(const CohortRequest& request, const Parts& parts, const std::vector<double>& ages) {
  Hdf5File out(request.out);
  for (const auto& [name, value] : request.metadata) out.attribute(name, value);
  out.attribute("people", request.people);
  out.attribute("seed", static_cast<std::int64_t>(request.seed));
  out.vector("age_years", ages, "years");
  std::vector<Hdf5File::Table*> tables;
  for (const State& state : request.states) {
    tables.push_back(&out.table("states/" + state.name, static_cast<std::size_t>(request.people),
                                ages.size(), kChunkPeople, state.unit));
  }
  // A chunk is compressed once, when it is whole, so rows are handed over chunk by chunk whatever
  // the size of a block: the bytes of the file must not depend on it.
  const std::size_t states = request.states.size();
  std::vector<std::vector<double>> waiting(states);
  std::size_t written = 0;
  const auto flush = [&](std::size_t rows) {
    for (std::size_t s = 0; s < states; ++s) {
      const auto end = waiting[s].begin() + static_cast<std::ptrdiff_t>(rows * ages.size());
      tables[s]->writeRows(written, rows, {waiting[s].begin(), end});
      waiting[s].erase(waiting[s].begin(), end);
    }
    written += rows;
  };
  for (int block = 0; block < parts.blocks(); ++block) {
    const std::vector<double> values = parts.read(block);
    const std::size_t cells = static_cast<std::size_t>(parts.peopleOf(block)) * ages.size();
    for (std::size_t s = 0; s < states; ++s) {
      const auto begin = values.begin() + static_cast<std::ptrdiff_t>(s * cells);
      waiting[s].insert(waiting[s].end(), begin, begin + static_cast<std::ptrdiff_t>(cells));
    }
    while (waiting.front().size() / ages.size() >= kChunkPeople) flush(kChunkPeople);
  }
  if (!waiting.front().empty()) flush(waiting.front().size() / ages.size());

  std::string csv = "state,unit,age_years,mean,sd,p5,p25,p50,p75,p95\n";
  if (!request.csv.empty()) {
    for (std::size_t s = 0; s < states; ++s) {
      appendSummary(csv, request.states[s], ages, tables[s]->readAll());
    }
  }
  out.commit();
  if (!request.csv.empty()) writeFileAtomically(request.csv, csv);
}

// Every rank must come to the same decision, so each step runs to its end before the ranks compare.
template <typename Work>
void together(const Ranks& ranks, const Work& work) {
  std::exception_ptr failure;
  try {
    work();
  } catch (...) {
    failure = std::current_exception();
  }
  const bool anywhere = ranks.any(failure != nullptr);
  if (failure) std::rethrow_exception(failure);
  if (anywhere) throw Error("another process of this cohort failed; its message says why");
}

}  // namespace

double percentile(const std::vector<double>& sorted, double percent) {
  const double at = percent / 100 * static_cast<double>(sorted.size() - 1);
  const std::size_t below = static_cast<std::size_t>(at);
  if (below + 1 >= sorted.size()) return sorted.back();
  const double share = at - static_cast<double>(below);
  return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

CohortEnd runCohort(const sim::Model& model, const CohortRequest& request, const Ranks& ranks) {
  const std::vector<double> ages = agesEvery(request.everyWeeks);
  std::vector<int> weeks;
  weeks.reserve(ages.size());
  for (const double age : ages) weeks.push_back(static_cast<int>(std::lround(age * 52)));
  const Parts parts(request, ages.size());

  together(ranks, [&] {
    requireEnding(request.out, {".h5"});
    if (request.states.empty()) throw RefusedError("a cohort needs at least one state to keep");
    if (!ranks.first()) return;
    requireWritable(request.out);
    if (!request.csv.empty()) {
      requireEnding(request.csv, {".csv"});
      requireWritable(request.csv);
    }
    parts.open();
  });

  bool stopped = false;
  together(ranks, [&] {
    for (int block = ranks.rank(); block < parts.blocks(); block += ranks.size()) {
      if (request.stop != nullptr && request.stop->load()) {
        stopped = true;
        return;
      }
      if (!parts.has(block)) {
        parts.write(block, simulateBlock(model, request, weeks, parts.firstOf(block),
                                         parts.peopleOf(block)));
      }
      if (ranks.first() && request.progress) {
        request.progress(std::min(1.0, static_cast<double>(block + ranks.size()) / parts.blocks()));
      }
    }
  });
  if (ranks.any(stopped)) return CohortEnd::interrupted;

  together(ranks, [&] {
    if (!ranks.first()) return;
    assemble(request, parts, ages);
    parts.remove();
  });
  return CohortEnd::finished;
}

}  // namespace syn::cohort
