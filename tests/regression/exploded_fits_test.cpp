// Parts pulled apart were cut off at the edges of the window.
#include <array>

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
  std::array<scene::Placement, scene::kMaxStructures> placements;
  for (const auto& [width, height] :
       {std::pair{1920., 1080.}, {1200., 600.}, {1080., 700.}, {900., 900.}, {1080., 1920.}}) {
    Session session(content, readOpening(*content, ""));
    session.setViewport(0, width, height);
    session.registry().set("view.look", std::string("exploded"));
    const Pane& pane = session.pane();
    body.place(pane.frame(), pane.look(), placements);
    for (const atlas::Mesh& mesh : content->anatomy->meshes) {
      if (mesh.layer == atlas::Layer::cortex || mesh.layer == atlas::Layer::glass) continue;
      for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
        const auto at = pane.camera().project(
            plus(vectorAt(mesh.positions, v), placements[mesh.structure[v]].offset));
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
