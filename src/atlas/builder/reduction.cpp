#include "atlas/builder/reduction.h"

#include <algorithm>
#include <queue>

#include "base/vec.h"

namespace syn::atlas {
namespace {

// Long edges cost a little even on flat ground, so that triangles stay of even size.
constexpr double kEvenness = 0.015;
constexpr double kLeastTurn = 0.25;  // cosine between a triangle before and after

/// Sum of squared distances to planes, as a function of the place.
struct Quadric {
  std::array<double, 10> q{};  // xx xy xz xd yy yz yd zz zd dd

  void addPlane(const Vec3& n, double d, double weight) {
    const std::array<double, 4> p{n[0], n[1], n[2], d};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t k = i; k < 4; ++k) q[at++] += weight * p[i] * p[k];
    }
  }
  void add(const Quadric& other) {
    for (std::size_t i = 0; i < q.size(); ++i) q[i] += other.q[i];
  }
  [[nodiscard]] double at(const Vec3& p) const {
    return q[0] * p[0] * p[0] + q[4] * p[1] * p[1] + q[7] * p[2] * p[2] + q[9] +
           2 * (q[1] * p[0] * p[1] + q[2] * p[0] * p[2] + q[5] * p[1] * p[2] + q[3] * p[0] +
                q[6] * p[1] + q[8] * p[2]);
  }
};

struct Place {
  std::array<Vec3, 2> sheet{};  // inner, outer
};

struct Collapse {
  double cost;
  std::uint32_t from, to;
  std::uint32_t stampFrom, stampTo;
};

struct CostsMore {
  bool operator()(const Collapse& a, const Collapse& b) const {
    if (a.cost != b.cost) return a.cost > b.cost;
    return a.from != b.from ? a.from > b.from : a.to > b.to;
  }
};

class Reducer {
 public:
  explicit Reducer(const Mesh& mesh) : triangles_(mesh.triangleCount()) {
    const std::size_t n = mesh.vertexCount();
    place_.resize(n);
    quadric_.resize(n);
    around_.resize(n);
    stamp_.assign(n, 0);
    for (std::size_t v = 0; v < n; ++v) {
      const Vec3 outer = vectorAt(mesh.positions, v);
      place_[v].sheet = {minus(outer, vectorAt(mesh.span, v)), outer};
    }
    for (std::uint32_t t = 0; t < triangles_.size(); ++t) {
      for (std::size_t c = 0; c < 3; ++c) {
        triangles_[t][c] = mesh.triangles[std::size_t{t} * 3 + c];
        around_[triangles_[t][c]].push_back(t);
      }
      for (std::size_t s = 0; s < 2; ++s) addPlane(t, s);
    }
    left_ = triangles_.size();
  }

  void run(std::size_t wanted) {
    for (std::uint32_t v = 0; v < place_.size(); ++v) {
      for (const std::uint32_t u : neighbours(v)) {
        if (u > v) push(v, u);
      }
    }
    while (left_ > wanted && !queue_.empty()) {
      const Collapse c = queue_.top();
      queue_.pop();
      if (stamp_[c.from] != c.stampFrom || stamp_[c.to] != c.stampTo) continue;
      if (around_[c.from].empty() || around_[c.to].empty() || !keepsTopology(c.from, c.to))
        continue;
      const Place place = best(c.from, c.to).second;
      if (turnsOver(c.from, c.to, place) || turnsOver(c.to, c.from, place)) continue;
      collapse(c.from, c.to, place);
    }
  }

  [[nodiscard]] Mesh take() const {
    Mesh out;
    std::vector<std::uint32_t> renamed(place_.size());
    for (std::size_t v = 0; v < place_.size(); ++v) {
      if (around_[v].empty()) continue;
      renamed[v] = static_cast<std::uint32_t>(out.vertexCount());
      const auto& [inner, outer] = place_[v].sheet;
      for (std::size_t k = 0; k < 3; ++k) {
        out.positions.push_back(static_cast<float>(outer[k]));
        out.span.push_back(static_cast<float>(outer[k] - inner[k]));
      }
    }
    for (const auto& t : triangles_) {
      if (t[0] == t[1]) continue;  // gone
      for (const std::uint32_t v : t) out.triangles.push_back(renamed[v]);
    }
    return out;
  }

 private:
  [[nodiscard]] Vec3 twiceArea(const std::array<Vec3, 3>& p) const {
    return cross(minus(p[1], p[0]), minus(p[2], p[0]));
  }

  void addPlane(std::uint32_t t, std::size_t sheet) {
    std::array<Vec3, 3> p;
    for (std::size_t c = 0; c < 3; ++c) p[c] = place_[triangles_[t][c]].sheet[sheet];
    const Vec3 area = twiceArea(p);
    const double size = length(area);
    if (size < 1e-12) return;
    const Vec3 n = scaled(area, 1.0 / size);
    for (const std::uint32_t v : triangles_[t]) quadric_[v][sheet].addPlane(n, -dot(n, p[0]), size);
  }

  [[nodiscard]] std::vector<std::uint32_t> neighbours(std::uint32_t v) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t t : around_[v]) {
      for (const std::uint32_t u : triangles_[t]) {
        if (u != v) found.push_back(u);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  /// The cheapest of both ends and the middle.
  [[nodiscard]] std::pair<double, Place> best(std::uint32_t a, std::uint32_t b) const {
    std::pair<double, Place> found{1e300, {}};
    for (const double share : {0.5, 0.0, 1.0}) {
      Place place;
      double cost = 0;
      for (std::size_t s = 0; s < 2; ++s) {
        const Vec3& from = place_[a].sheet[s];
        const Vec3& to = place_[b].sheet[s];
        place.sheet[s] = plus(scaled(from, 1 - share), to, share);
        const Vec3 edge = minus(to, from);
        const double squared = dot(edge, edge);
        cost += quadric_[a][s].at(place.sheet[s]) + quadric_[b][s].at(place.sheet[s]) +
                kEvenness * squared * squared;
      }
      if (cost < found.first) found = {cost, place};
    }
    return found;
  }

  void push(std::uint32_t a, std::uint32_t b) {
    queue_.push({best(a, b).first, a, b, stamp_[a], stamp_[b]});
  }

  /// The link condition: both ends share exactly the two corners opposite their edge.
  [[nodiscard]] bool keepsTopology(std::uint32_t a, std::uint32_t b) const {
    const std::vector<std::uint32_t> ofA = neighbours(a);
    const std::vector<std::uint32_t> ofB = neighbours(b);
    std::vector<std::uint32_t> both;
    std::set_intersection(ofA.begin(), ofA.end(), ofB.begin(), ofB.end(), std::back_inserter(both));
    return both.size() == 2 && ofA.size() + ofB.size() > 8;
  }

  [[nodiscard]] bool turnsOver(std::uint32_t moved, std::uint32_t other, const Place& place) const {
    for (const std::uint32_t t : around_[moved]) {
      const auto& corners = triangles_[t];
      if (std::find(corners.begin(), corners.end(), other) != corners.end()) continue;
      for (std::size_t s = 0; s < 2; ++s) {
        std::array<Vec3, 3> before;
        std::array<Vec3, 3> after;
        for (std::size_t c = 0; c < 3; ++c) {
          before[c] = place_[corners[c]].sheet[s];
          after[c] = corners[c] == moved ? place.sheet[s] : before[c];
        }
        const Vec3 was = twiceArea(before);
        const Vec3 is = twiceArea(after);
        if (dot(was, is) < kLeastTurn * length(was) * length(is)) return true;
      }
    }
    return false;
  }

  void collapse(std::uint32_t from, std::uint32_t to, const Place& place) {
    for (const std::uint32_t t : around_[from]) {
      auto& corners = triangles_[t];
      if (std::find(corners.begin(), corners.end(), to) != corners.end()) {
        for (const std::uint32_t v : corners) {
          if (v != from) std::erase(around_[v], t);
        }
        corners = {0, 0, 0};
        --left_;
        continue;
      }
      std::replace(corners.begin(), corners.end(), from, to);
      around_[to].push_back(t);
    }
    around_[from].clear();
    place_[to] = place;
    for (std::size_t s = 0; s < 2; ++s) quadric_[to][s].add(quadric_[from][s]);
    ++stamp_[from];
    ++stamp_[to];
    for (const std::uint32_t u : neighbours(to)) push(std::min(to, u), std::max(to, u));
  }

  std::vector<std::array<std::uint32_t, 3>> triangles_;
  std::vector<Place> place_;
  std::vector<std::array<Quadric, 2>> quadric_;
  std::vector<std::vector<std::uint32_t>> around_;
  std::vector<std::uint32_t> stamp_;
  std::priority_queue<Collapse, std::vector<Collapse>, CostsMore> queue_;
  std::size_t left_ = 0;
};

}  // namespace

Mesh reducedSheets(const Mesh& sheets, std::size_t triangles) {
  Reducer reducer(sheets);
  reducer.run(triangles);
  return reducer.take();
}

}  // namespace syn::atlas
