#pragma once

namespace syn::render {

/// Sends VTK's warnings and errors to the program's log. Shader errors surface nowhere else.
void routeVtkMessages();
/// Warnings and errors from VTK since the program began; an unexpected one fails a test.
[[nodiscard]] int vtkMessageCount();

}  // namespace syn::render
