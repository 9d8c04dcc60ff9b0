#include "atlas/builder/build.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

#include <fmt/format.h>
#include <gnu/libc-version.h>
#include <meshoptimizer.h>
#include <vtkVersion.h>

#include "atlas/builder/bundles.h"
#include "atlas/builder/cortex.h"
#include "atlas/builder/nifti.h"
#include "atlas/builder/parallel.h"
#include "atlas/builder/structures.h"
#include "atlas/builder/tissue.h"
#include "atlas/glb.h"
#include "atlas/manifest.h"
#include "base/error.h"
#include "base/files.h"

namespace syn::atlas {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxVolumeBytes = std::size_t{64} << 20;

constexpr const char* kLicence =
    "GPL-3.0-or-later; Colin27 under the notice in LICENSE-colin27.txt; AAL under the GPL";

/// What the manifest says about where a file comes from and how it was made.
struct Origin {
  const char* source;
  const char* recipe;
};

Origin originOf(Layer layer) {
  constexpr const char* kBoth = "Colin27 (ch2better) and AAL labels";
  switch (layer) {
    case Layer::cortex:
      return {
          kBoth,
          "a pair of sheets: 0.9 mm outside the white core, freed of handles, and out along the "
          "distance's gradient to fluid or the middle of a sulcus; both reduced as one; "
          "structures from blurred labels; baked shade, whole and thinned"};
    case Layer::glass:
      return {kBoth, "as the cortex, with fewer triangles"};
    case Layer::piece:
      return {kBoth,
              "the cortex' sheets and the white matter below, cut along the region's border"};
    case Layer::nucleus:
      return {kBoth,
              "labels blurred 1.25 mm at the level that encloses their volume, within tissue; "
              "dentate gyrus, accumbens and hypothalamus are schematic drawings of our own"};
    case Layer::cerebellum:
      return {kBoth, "sharpened T1 surface within the cerebellum's labels"};
    case Layer::brainstem:
      return {kBoth, "T1 surface around an axis of our own, outside all labels"};
    case Layer::ventricles:
      return {kBoth, "deep fluid near caudate, thalamus and hippocampus"};
  }
  return {kBoth, ""};
}

constexpr Origin kBundleOrigin = {
    "Colin27 (ch2better), AAL labels and the list of connections",
    "illustrative least-cost paths through white matter; not tractography"};

constexpr std::array<std::pair<const char*, Hemisphere>, 3> kBundleFiles = {
    {{"bundles_left.glb", Hemisphere::left},
     {"bundles_right.glb", Hemisphere::right},
     {"bundles_commissural.glb", Hemisphere::midline}}};

/// A file to write and what goes into it.
struct Output {
  std::string file;
  Origin origin{};
  std::vector<Built> meshes;
  std::vector<Bundle> bundles;
};

/// Hands progress on to the caller, one call at a time.
class Progress {
 public:
  explicit Progress(const std::function<void(double, std::string_view)>& report)
      : report_(report) {}
  void at(double share, std::string_view what) {
    if (!report_) return;
    const std::lock_guard lock(guard_);
    last_ = std::max(last_, share);
    report_(last_, what);
  }

 private:
  const std::function<void(double, std::string_view)>& report_;
  std::mutex guard_;
  double last_ = 0;
};

/// One piece of work whose meshes all go into files named by `file(mesh)`.
struct Job {
  std::string what;
  std::function<std::vector<Built>()> make;
};

std::string fileOf(const Mesh& mesh) {
  const std::string level = mesh.level == 0 ? "" : "_level" + std::to_string(mesh.level);
  const auto side = mesh.name.substr(mesh.name.rfind('_') + 1);
  switch (mesh.layer) {
    case Layer::piece:
      return "pieces_" + side + ".glb";
    case Layer::nucleus:
      return "nuclei_" + side + ".glb";
    default:
      return mesh.name + level + ".glb";
  }
}

std::vector<Job> jobsOf(const Catalogue& catalogue, const Tissues& tissues,
                        const StructureBuilder& builder) {
  std::vector<Job> jobs;
  for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
    jobs.push_back(
        {"cortex", [&catalogue, &tissues, side] { return buildCortex(catalogue, tissues, side); }});
  }
  jobs.push_back({"cerebellum", [&builder] { return builder.cerebellum(); }});
  jobs.push_back({"brainstem", [&builder] { return std::vector{builder.brainstem()}; }});
  jobs.push_back({"ventricles", [&builder] { return std::vector{builder.ventricles()}; }});
  for (int r = 0; r < static_cast<int>(catalogue.regions.size()); ++r) {
    const Region& region = catalogue.regions[static_cast<std::size_t>(r)];
    for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
      if (region.tissue == Tissue::subcortical) {
        jobs.push_back(
            {region.id, [&builder, r, side] { return std::vector{builder.nucleus(r, side)}; }});
      }
    }
  }
  return jobs;
}

/// In cortex strands end where its pieces are; in other structures, where their labels are.
StrandEnds endsInCortex(const Catalogue& catalogue, const std::vector<Output>& outputs) {
  StrandEnds ends(catalogue.structures.size());
  for (const Output& output : outputs) {
    for (const Built& built : output.meshes) {
      if (built.mesh.layer != Layer::piece) continue;
      ends[built.mesh.structure.front()] = endsInRibbon(built.mesh);
    }
  }
  return ends;
}

std::vector<Bundle> buildBundles(const Catalogue& catalogue, const Tissues& tissues,
                                 const StrandEnds& ends, const BuildOptions& options,
                                 Progress& progress) {
  progress.at(0.4, "white matter");
  const BundleBuilder builder(catalogue, tissues, ends, options.threads);
  std::vector<std::pair<int, Hemisphere>> wanted;
  for (int c = 0; c < static_cast<int>(catalogue.connections.size()); ++c) {
    if (catalogue.connections[static_cast<std::size_t>(c)].commissural) {
      wanted.emplace_back(c, Hemisphere::midline);
    } else {
      wanted.emplace_back(c, Hemisphere::left);
      wanted.emplace_back(c, Hemisphere::right);
    }
  }
  std::vector<Bundle> bundles(wanted.size());
  std::atomic<int> done = 0;
  parallelFor(wanted.size(), options.threads, [&](std::size_t i) {
    bundles[i] = builder.build(wanted[i].first, wanted[i].second);
    progress.at(0.4 + 0.58 * ++done / static_cast<double>(wanted.size()),
                catalogue.connections[static_cast<std::size_t>(wanted[i].first)].id);
  });
  return bundles;
}

MeshEntry entryOf(const Catalogue& catalogue, const Built& built) {
  MeshEntry entry;
  const Mesh& mesh = built.mesh;
  entry.name = mesh.name;
  entry.layer = mesh.layer;
  entry.level = mesh.level;
  entry.triangles = mesh.triangleCount();
  entry.vertices = mesh.vertexCount();
  entry.volumeMm3 = enclosedVolume(mesh);
  entry.labelVolumeMm3 = built.labelVolumeMm3;
  const std::uint8_t first = mesh.structure.front();
  if (std::all_of(mesh.structure.begin(), mesh.structure.end(),
                  [&](std::uint8_t s) { return s == first; })) {
    entry.structure = structureKey(catalogue, first);
  }
  return entry;
}

std::vector<std::pair<std::string, double>> classVolumes(const Tissues& t) {
  const double cm3 = t.part.grid.voxelMm3() / 1000.0;
  const auto volume = [&](Part part) {
    return cm3 * static_cast<double>(std::count(t.part.data.begin(), t.part.data.end(), part));
  };
  return {{"cerebrum_left", volume(kLeft)},
          {"cerebrum_right", volume(kRight)},
          {"cerebellum", volume(kCerebellum)},
          {"brainstem", volume(kBrainstem)},
          {"ventricles", cm3 * static_cast<double>(countSet(t.ventricles))}};
}

std::vector<Source> sourcesOf(const BuildOptions& options) {
  const auto hashOf = [](const fs::path& file) { return sha256(readFile(file, kMaxVolumeBytes)); };
  return {
      {"colin27", options.t1.filename().string(), hashOf(options.t1),
       "MNI permissive notice, see LICENSE-colin27.txt",
       "Holmes CJ, Hoge R, Collins L, Woods R, Toga AW, Evans AC (1998) Enhancement of MR images "
       "using registration for signal averaging. J Comput Assist Tomogr 22:324-333"},
      {"aal", options.labels.filename().string(), hashOf(options.labels), "GPL",
       "Tzourio-Mazoyer N, Landeau B, Papathanassiou D, et al. (2002) Automated anatomical "
       "labeling of activations in SPM using a macroscopic anatomical parcellation of the MNI MRI "
       "single-subject brain. NeuroImage 15:273-289"}};
}

void writeAll(const Catalogue& catalogue, const std::vector<Output>& outputs, Manifest manifest,
              const fs::path& folder) {
  for (const Output& output : outputs) {
    FileEntry file;
    file.file = output.file;
    file.source = output.origin.source;
    file.recipe = output.origin.recipe;
    file.licence = kLicence;
    std::vector<GlbPart> parts;
    for (const Built& built : output.meshes) {
      parts.push_back(toPart(built.mesh));
      file.meshes.push_back(entryOf(catalogue, built));
    }
    for (const Bundle& bundle : output.bundles) {
      const std::string& id = catalogue.connections[static_cast<std::size_t>(bundle.connection)].id;
      parts.push_back(toPart(bundle, id + "_" + std::string(hemisphereName(bundle.side))));
      file.bundles.push_back({id, bundle.side, bundle.strands()});
    }
    const std::string bytes = encodeGlb(parts);
    file.sha256 = sha256(bytes);
    file.bytes = bytes.size();
    writeFileAtomically(folder / file.file, bytes);
    manifest.files.push_back(std::move(file));
  }
  // Last, so that the folder never describes files that are not there yet.
  writeFileAtomically(folder / "manifest.json", manifest.toJson());
}

}  // namespace

std::string madeWith() {
#if defined(__x86_64__)
  constexpr const char* kProcessor = "x86-64";
#else
  constexpr const char* kProcessor = "other processor";
#endif
  return fmt::format("VTK {}, meshoptimizer {}.{}, glibc {}, {}", vtkVersion::GetVTKVersion(),
                     MESHOPTIMIZER_VERSION / 1000, MESHOPTIMIZER_VERSION % 1000 / 10,
                     gnu_get_libc_version(), kProcessor);
}

void build(const Catalogue& catalogue, const BuildOptions& options) {
  std::error_code error;
  fs::create_directories(options.out, error);
  requireWritable(options.out / "manifest.json");

  Progress progress(options.progress);
  progress.at(0.0, "reading the volumes");
  Manifest manifest;
  manifest.space = "MNI152-like (Colin27 single subject)";
  manifest.madeWith = madeWith();
  manifest.sources = sourcesOf(options);
  for (int s = 0; s < static_cast<int>(catalogue.structures.size()); ++s) {
    manifest.structures.push_back(structureKey(catalogue, s));
  }
  const Volume<std::uint8_t> t1 = readNifti(options.t1);
  const Volume<std::uint8_t> labels = readNifti(options.labels);
  const Tissues tissues = classify(t1, labels, options.threads, [&](double share) {
    progress.at(0.02 + 0.2 * share, "telling the tissues apart");
  });
  manifest.volumesCm3 = classVolumes(tissues);
  const Field filled = filledIntensity(tissues, options.threads);

  const StructureBuilder builder(catalogue, tissues, filled, labels);
  const std::vector<Job> jobs = jobsOf(catalogue, tissues, builder);
  std::vector<std::vector<Built>> built(jobs.size());
  std::atomic<int> done = 0;
  parallelFor(jobs.size(), options.threads, [&](std::size_t i) {
    built[i] = jobs[i].make();
    progress.at(0.22 + 0.18 * ++done / static_cast<double>(jobs.size()), jobs[i].what);
  });

  std::vector<Output> outputs;
  for (std::vector<Built>& one : built) {
    for (Built& mesh : one) {
      const std::string file = fileOf(mesh.mesh);
      auto output = std::find_if(outputs.begin(), outputs.end(),
                                 [&](const Output& o) { return o.file == file; });
      if (output == outputs.end()) {
        outputs.push_back({file, originOf(mesh.mesh.layer), {}, {}});
        output = std::prev(outputs.end());
      }
      output->meshes.push_back(std::move(mesh));
    }
  }
  std::vector<Bundle> bundles =
      buildBundles(catalogue, tissues, endsInCortex(catalogue, outputs), options, progress);
  for (const auto& [file, side] : kBundleFiles) {
    Output output{file, kBundleOrigin, {}, {}};
    for (Bundle& bundle : bundles) {
      if (bundle.side == side) output.bundles.push_back(std::move(bundle));
    }
    if (!output.bundles.empty()) outputs.push_back(std::move(output));
  }
  progress.at(0.98, "writing");
  writeAll(catalogue, outputs, std::move(manifest), options.out);
  progress.at(1.0, "done");
}

}  // namespace syn::atlas
