#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "atlas/anatomy.h"

namespace syn::atlas {

/// The neighbours of each vertex along edges, each once, in ascending order.
class Neighbours {
 public:
  explicit Neighbours(const Mesh& mesh) : first_(mesh.vertexCount() + 1, 0) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(mesh.triangles.size() * 2);
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      for (std::size_t c = 0; c < 3; ++c) {
        const std::uint32_t a = mesh.triangles[t + c];
        const std::uint32_t b = mesh.triangles[t + (c + 1) % 3];
        pairs.emplace_back(a, b);
        pairs.emplace_back(b, a);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    list_.reserve(pairs.size());
    for (const auto& [from, to] : pairs) {
      ++first_[std::size_t{from} + 1];
      list_.push_back(to);
    }
    for (std::size_t v = 1; v < first_.size(); ++v) first_[v] += first_[v - 1];
  }

  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t vertex) const {
    return {list_.data() + first_[vertex], first_[vertex + 1] - first_[vertex]};
  }

  /// Moves each vertex' `width` numbers by `step` of the way to the mean of its neighbours'.
  void smooth(std::vector<float>& values, std::size_t width, float step, int rounds) const {
    std::vector<float> before;
    for (int round = 0; round < rounds; ++round) {
      before = values;
      for (std::size_t v = 0; v + 1 < first_.size(); ++v) {
        const auto around = of(v);
        if (around.empty()) continue;
        for (std::size_t k = 0; k < width; ++k) {
          float sum = 0;
          for (const std::uint32_t u : around) sum += before[u * width + k];
          float& value = values[v * width + k];
          value += step * (sum / static_cast<float>(around.size()) - value);
        }
      }
    }
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> list_;
};

}  // namespace syn::atlas
