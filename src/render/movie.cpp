#include <algorithm>
#include <cmath>
#include <cstdio>
#include <system_error>

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkOggTheoraWriter.h>

#include "base/error.h"
#include "base/files.h"
#include "render/headless_context.h"
#include "render/picture/overlay.h"
#include "render/snapshot.h"
#include "render/vtk_log.h"

namespace syn::render {

namespace {

constexpr double kLongestSeconds = 3600;

void requireSensible(const MovieOptions& options) {
  if (options.framesPerSecond < 1 || options.framesPerSecond > 120 || !(options.seconds > 0) ||
      options.seconds > kLongestSeconds) {
    throw RefusedError(
        "A movie needs 1 to 120 frames a second and a length above 0 and up to 3600 seconds.");
  }
  // Theora stores colour for blocks of four pixels.
  if (options.still.width % 2 != 0 || options.still.height % 2 != 0) {
    throw RefusedError("A movie's width and height must be even numbers of pixels.");
  }
}

/// Takes pictures one by one: a Theora file, or numbered PNG files in a folder.
class Sink {
 public:
  Sink(const std::filesystem::path& file, const MovieOptions& options)
      : file_(file), folder_(file.extension() != ".ogv") {
    if (folder_) {
      if (file.has_extension()) {
        throw RefusedError("Movies are written as .ogv or as a folder of pictures; \"" +
                           file.filename().string() + "\" is neither.");
      }
      std::error_code failed;
      std::filesystem::create_directories(file, failed);
      requireWritable(file / "frame_00000.png");
      return;
    }
    requireWritable(file);
    partial_ = file;
    partial_ += ".part";
    data_->SetDimensions(options.still.width, options.still.height, 1);
    data_->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
    writer_->SetInputData(data_);
    writer_->SetFileName(partial_.c_str());
    writer_->SetRate(options.framesPerSecond);
    writer_->SetQuality(2);
    writer_->SetSubsampling(0);
    writer_->Start();
    check();
  }
  ~Sink() {
    std::error_code ignored;
    if (!folder_ && !done_) std::filesystem::remove(partial_, ignored);
  }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  void add(const Image& image, int number) {
    if (folder_) {
      char name[32];
      std::snprintf(name, sizeof name, "frame_%05d.png", number);
      savePng(image, file_ / name);
      return;
    }
    const std::size_t row = static_cast<std::size_t>(image.width) * 3;
    for (int y = 0; y < image.height; ++y) {
      std::copy_n(&image.rgb[static_cast<std::size_t>(image.height - 1 - y) * row], row,
                  static_cast<std::uint8_t*>(data_->GetScalarPointer(0, y, 0)));
    }
    data_->Modified();
    writer_->Write();
    check();
  }

  void finish() {
    if (folder_) return;
    writer_->End();
    check();
    std::error_code failed;
    std::filesystem::rename(partial_, file_, failed);
    if (failed) throw Error("Cannot write " + file_.string() + ": " + failed.message() + ".");
    done_ = true;
  }

 private:
  void check() {
    if (writer_->GetError() != 0) {
      throw Error("Cannot write " + file_.string() +
                  ": check that the disk has room and that the folder may be written to.");
    }
  }

  std::filesystem::path file_, partial_;
  bool folder_;
  bool done_ = false;
  vtkNew<vtkImageData> data_;
  vtkNew<vtkOggTheoraWriter> writer_;
};

}  // namespace

void renderMovie(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                 const std::function<void(double share, scene::FrameState&, scene::Look&,
                                          scene::CameraPose&)>& instant,
                 const MovieOptions& options, const std::filesystem::path& file,
                 const std::function<void(double)>& progress) {
  requireSensible(options);
  routeVtkMessages();
  Sink sink(file, options);
  HeadlessContext context;
  BrainRenderer renderer(anatomy);
  renderer.initializeInCurrentContext();
  renderer.resize(options.still.width, options.still.height);
  renderer.setPointing(options.still.pointing);
  renderer.setReading(options.still.reading);
  scene::FrameState frame = scene::restingFrame(anatomy->catalogue);
  scene::Look look;
  scene::Visibility visibility;
  scene::CameraPose camera;
  const int count =
      std::max(static_cast<int>(std::lround(options.seconds * options.framesPerSecond)), 1);
  for (int i = 0; i < count; ++i) {
    const double share = count > 1 ? static_cast<double>(i) / (count - 1) : 0;
    instant(share, frame, look, camera);
    scene::decideVisibility(anatomy->catalogue, look, frame, visibility);
    renderer.setScene(frame, look, visibility);
    renderer.setCamera(camera);
    Image image = renderer.renderImage(static_cast<double>(i) / options.framesPerSecond,
                                       options.still.samples);
    drawLegend(image, anatomy->catalogue, frame, look, camera, options.still);
    sink.add(image, i);
    if (progress) progress(static_cast<double>(i + 1) / count);
  }
  sink.finish();
}

}  // namespace syn::render
