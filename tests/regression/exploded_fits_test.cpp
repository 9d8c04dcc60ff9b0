// Parts pulled apart were cut off at the edges of the window.
#include <gtest/gtest.h>

#include "scene/body.h"
#include "session/session.h"

namespace syn::session {
namespace {

TEST(ExplodedFits, EveryPartIsInThePictureInAnyShapeOfWindow) {
  const auto content =
      withAnatomy(*loadModelContent(std::filesystem::path(SYN_SOURCE_DIR) / "data"),
                  std::filesystem::path(SYN_SOURCE_DIR) / "meshes");
  const scene::Body body(*content->anatomy);
  for (const auto& [width, height] : {std::pair{1920., 1080.}, {1200., 600.}, {1080., 700.}}) {
    Session session(content, readOpening(*content, ""));
    session.setViewport(0, width, height);
    session.registry().set("view.look", std::string("exploded"));
    const Pane& pane = session.pane();
    for (const atlas::Mesh& mesh : content->anatomy->meshes) {
      if (mesh.layer == atlas::Layer::cortex || mesh.layer == atlas::Layer::glass) continue;
      for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
        const Vec3 offset = body.solid(mesh.structure[v], pane.frame(), pane.look()).offset;
        Vec3 point{};
        for (std::size_t i = 0; i < 3; ++i) {
          point[i] = static_cast<double>(mesh.positions[3 * v + i]) + offset[i];
        }
        const auto at = pane.camera().project(point);
        ASSERT_TRUE(at);
        ASSERT_TRUE((*at)[0] >= 0 && (*at)[0] <= width && (*at)[1] >= 0 && (*at)[1] <= height)
            << mesh.name << " at " << (*at)[0] << ", " << (*at)[1] << " of " << width << " x "
            << height;
      }
    }
  }
}

}  // namespace
}  // namespace syn::session
