#include "render/snapshot.h"

#include <algorithm>
#include <string>
#include <utility>

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGReader.h>
#include <vtkPNGWriter.h>
#include <vtkUnsignedCharArray.h>

#include "base/error.h"
#include "base/files.h"
#include "render/headless_context.h"
#include "render/picture/overlay.h"
#include "render/vtk_log.h"

namespace syn::render {

namespace {

constexpr int kLargestSide = 16384;

}  // namespace

Still renderStill(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                  const scene::FrameState& frame, const scene::Look& look,
                  const scene::CameraPose& camera, const StillOptions& options) {
  if (options.width < 16 || options.height < 16 || options.width > kLargestSide ||
      options.height > kLargestSide) {
    throw RefusedError("A picture of " + std::to_string(options.width) + "x" +
                       std::to_string(options.height) + " pixels cannot be drawn; choose 16 to " +
                       std::to_string(kLargestSide) + " a side.");
  }
  HeadlessContext context;
  BrainRenderer renderer(anatomy);
  renderer.initializeInCurrentContext();
  renderer.setScene(frame, look, scene::decideVisibility(anatomy->catalogue, look, frame));
  renderer.setPointing(options.pointing);
  renderer.setReading(options.reading);
  renderer.setCamera(camera);
  renderer.resize(options.width, options.height);
  Image image = renderer.renderImage(options.timeSeconds, options.samples);
  Still still{image, std::move(image)};
  drawLegend(still.finished, anatomy->catalogue, frame, look, camera, options);
  return still;
}

void savePng(const Image& image, const std::filesystem::path& file) {
  routeVtkMessages();
  vtkNew<vtkImageData> data;
  data->SetDimensions(image.width, image.height, 1);
  data->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
  const std::size_t row = static_cast<std::size_t>(image.width) * 3;
  for (int y = 0; y < image.height; ++y) {
    // VTK counts rows from the bottom.
    std::copy_n(&image.rgb[static_cast<std::size_t>(image.height - 1 - y) * row], row,
                static_cast<std::uint8_t*>(data->GetScalarPointer(0, y, 0)));
  }
  vtkNew<vtkPNGWriter> writer;
  writer->SetInputData(data);
  writer->SetCompressionLevel(9);
  writer->WriteToMemoryOn();
  writer->Write();
  vtkUnsignedCharArray* bytes = writer->GetResult();
  writeFileAtomically(file, std::string_view(reinterpret_cast<const char*>(bytes->GetPointer(0)),
                                             static_cast<std::size_t>(bytes->GetDataSize())));
}

Image loadPng(const std::filesystem::path& file) {
  routeVtkMessages();
  const std::string bytes = readFile(file, std::size_t{256} << 20);
  vtkNew<vtkPNGReader> reader;
  reader->SetMemoryBuffer(bytes.data());
  reader->SetMemoryBufferLength(static_cast<vtkIdType>(bytes.size()));
  reader->Update();
  vtkImageData* data = reader->GetOutput();
  int size[3] = {};
  data->GetDimensions(size);
  const int channels = data->GetNumberOfScalarComponents();
  if (size[0] < 1 || size[1] < 1 || channels < 3 || data->GetScalarType() != VTK_UNSIGNED_CHAR) {
    throw ContentError(
        Issue{file.string(), 0, "", "not-an-image",
              "This is not a PNG picture with 8-bit colours; save it again as one."});
  }
  Image image{size[0], size[1], {}};
  image.rgb.reserve(static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) * 3);
  for (int y = size[1] - 1; y >= 0; --y) {
    for (int x = 0; x < size[0]; ++x) {
      const auto* pixel = static_cast<const std::uint8_t*>(data->GetScalarPointer(x, y, 0));
      image.rgb.insert(image.rgb.end(), pixel, pixel + 3);
    }
  }
  return image;
}

}  // namespace syn::render
