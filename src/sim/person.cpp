#include "sim/person.h"

#include <algorithm>
#include <cmath>

#include "sim/portable_math.h"
#include "sim/random.h"

namespace syn::sim {
namespace {

/// Standard normal made of genes, family and the rest, as twins share them.
double inherited(std::uint64_t seed, std::uint64_t id, Kinship kinship, Stream stream,
                 std::uint32_t index, double genes, double family) {
  const bool twins = kinship != Kinship::unrelated;
  const std::uint64_t house = twins ? id & ~std::uint64_t{1} : id;
  const auto draw = [&](std::uint64_t person, std::uint32_t part) {
    return standardNormal(seed, person, stream, index * 4 + part, 0);
  };
  double gene = draw(kinship == Kinship::identicalTwins ? house : id, 0);
  if (kinship == Kinship::fraternalTwins) {
    // Half of the genes that differ between people are shared by siblings.
    gene = std::sqrt(0.5) * draw(house, 3) + std::sqrt(0.5) * gene;
  }
  return std::sqrt(genes) * gene + std::sqrt(family) * draw(house, 1) +
         std::sqrt(std::max(0.0, 1 - genes - family)) * draw(id, 2);
}

}  // namespace

double Person::normal(int stream, std::uint32_t index, std::uint32_t block) const {
  if (average) return 0;
  return standardNormal(seed, id, static_cast<Stream>(stream), index, block);
}

Person drawPerson(const Model::Impl& model, const PersonSpec& spec, std::uint64_t seed,
                  std::uint64_t id, Kinship kinship, bool average) {
  const Description& d = model.description;
  const Parameters& p = d.parameters;
  Person person;
  person.id = id;
  person.seed = seed;
  person.average = average;

  double age = spec.ageYears.mean;
  if (!average && spec.ageYears.sd > 0) {
    age += spec.ageYears.sd * person.normal(static_cast<int>(Stream::age), 0, 0);
  }
  age = std::clamp(age, 0.0, 100.0);
  person.ageWeeks = static_cast<int>(std::lround(age * kWeeksPerYear));

  for (std::size_t t = 0; t < kPersonTraits; ++t) {
    const TraitRow& row = d.traits[t];
    const double z = average ? 0
                             : inherited(seed, id, kinship, Stream::trait,
                                         static_cast<std::uint32_t>(t), row.genes, row.family);
    person.traits[t] = row.factor ? portableExp(row.sd * z) : row.sd * z;
    if (const auto given = spec.traits.find(row.id); given != spec.traits.end()) {
      person.traits[t] = given->second;
    }
  }

  const std::size_t regions = model.catalogue.regions.size();
  person.sizes.assign(regions, 0);
  for (std::size_t r = 0; !average && r < regions; ++r) {
    const bool cortex = model.catalogue.regions[r].tissue == Tissue::cortical;
    const double genes = cortex ? p.sizeGenesCortical : p.sizeGenesSubcortical;
    const double shared = inherited(seed, id, kinship, Stream::regionSize, 0, genes, p.sizeFamily);
    const double own = inherited(seed, id, kinship, Stream::regionSize,
                                 static_cast<std::uint32_t>(r) + 1, genes, p.sizeFamily);
    person.sizes[r] = std::max(-0.5, p.sizeSharedSd * shared + p.sizeRegionSd * own);
  }

  const double general = person.traits[kTraitLiability];
  for (std::size_t c = 0; c < d.circuits.size(); ++c) {
    const CircuitRow& row = d.circuits[c];
    double z = 0;
    if (!average) {
      const double own =
          inherited(seed, id, kinship, Stream::severity, static_cast<std::uint32_t>(c) + 1,
                    p.liabilityGenes, p.liabilityFamily);
      z = std::sqrt(p.liabilityShared) * general + std::sqrt(1 - p.liabilityShared) * own;
      if (!row.sizeRegion.empty()) {
        z += row.sizeVulnerability *
             person.sizes[static_cast<std::size_t>(*model.catalogue.regionIndex(row.sizeRegion))];
      }
    }
    person.liabilities.push_back(std::min(0.9, row.liability * portableExp(row.liabilitySd * z)));
  }
  return person;
}

}  // namespace syn::sim
