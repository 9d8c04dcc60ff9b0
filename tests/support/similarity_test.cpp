#include "support/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/snapshot.h"

namespace syn::test {
namespace {

namespace fs = std::filesystem;

using Colour = std::array<double, 3>;
constexpr double kLeast = 0.97;  // what baselines must keep

// Both 138 bright (0.299 R + 0.587 G + 0.114 B), so that only the hue tells them apart.
constexpr Colour kOrange = {200, 122, 60};
constexpr Colour kGreen = {90, 171, 95};
constexpr Colour kViolet = {190, 160, 220};

/// A shaded ball with strands across it and beside it, on a dark ground that is lighter in the
/// middle: what our pictures are made of.
struct Scene {
  Colour ball = kOrange;
  Colour firstStrand = kViolet;
  int missingStrands = 0;  ///< of eight
  double light = 1;
  double shift = 0;  ///< pixels to the right
  Colour ground = {8, 11, 20};

  [[nodiscard]] Colour at(double x, double y) const {
    const double u = x - 160 - shift, v = y - 100;
    Colour colour = ground;
    const double vignette = 1 - (u * u + v * v) / 60000;
    for (double& c : colour) c *= vignette;
    const double r = std::hypot(u, v);
    blend(colour, ball, 0.6 + 0.4 * std::cos(r / 30), 70 - r);
    for (int s = missingStrands; s < 8; ++s) {
      const double middle = 24 * (s - 3.5) + 10 * std::sin(u / 25);
      blend(colour, s == missingStrands ? firstStrand : kViolet, 1, 1.5 - std::abs(v - middle));
    }
    return colour;
  }

 private:
  /// `inside` is the distance to the edge in pixels; the pixel on the edge is mixed.
  void blend(Colour& under, const Colour& over, double shade, double inside) const {
    const double share = std::clamp(inside + 0.5, 0.0, 1.0);
    for (std::size_t c = 0; c < 3; ++c) {
      under[c] += share * (over[c] * shade * light - under[c]);
    }
  }
};

render::Image draw(const Scene& scene) {
  render::Image image{320, 200, {}};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      for (const double c : scene.at(x, y)) {
        image.rgb.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(c, 0.0, 255.0))));
      }
    }
  }
  return image;
}

render::Image plain(std::uint8_t level) {
  return {320, 200, std::vector<std::uint8_t>(std::size_t{320} * 200 * 3, level)};
}

/// Each value up to `reach` up or down.
render::Image noisy(render::Image image, int reach) {
  std::minstd_rand random(7);
  for (std::uint8_t& value : image.rgb) {
    const int moved =
        value + static_cast<int>(random() % static_cast<unsigned>(2 * reach + 1)) - reach;
    value = static_cast<std::uint8_t>(std::clamp(moved, 0, 255));
  }
  return image;
}

/// Mean over 5x5 pixels.
render::Image blurred(const render::Image& image) {
  render::Image result = image;
  const auto at = [&](int x, int y, int c) {
    return static_cast<std::size_t>((y * image.width + x) * 3 + c);
  };
  for (int y = 2; y < image.height - 2; ++y) {
    for (int x = 2; x < image.width - 2; ++x) {
      for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int j = -2; j <= 2; ++j) {
          for (int i = -2; i <= 2; ++i) sum += image.rgb[at(x + i, y + j, c)];
        }
        result.rgb[at(x, y, c)] = static_cast<std::uint8_t>(sum / 25);
      }
    }
  }
  return result;
}

/// A change of the scene and how alike the picture may be to the unchanged one.
struct Change {
  const char* name;
  Scene scene;
  double low, high;
};

class SimilarityOfChanges : public testing::TestWithParam<Change> {};

TEST_P(SimilarityOfChanges, IsInItsBounds) {
  const render::Image before = draw({}), after = draw(GetParam().scene);
  const double alike = similarity(before, after);
  EXPECT_GE(alike, GetParam().low);
  EXPECT_LE(alike, GetParam().high);
  EXPECT_DOUBLE_EQ(alike, similarity(after, before));
}

INSTANTIATE_TEST_SUITE_P(
    Similarity, SimilarityOfChanges,
    testing::Values(Change{"Nothing", {}, 1, 1}, Change{"HueOfTheBall", {.ball = kGreen}, 0, 0.75},
                    Change{"HueOfOneStrand", {.firstStrand = kOrange}, 0, 0.96},
                    Change{"MissingStrand", {.missingStrands = 1}, 0, 0.93},
                    Change{"AQuarterDarker", {.light = 0.75}, 0, 0.95},
                    Change{"ATrifleDarker", {.light = 0.99}, 0.99, 1},
                    Change{"ShiftOfFourPixels", {.shift = 4}, 0, 0.9},
                    Change{"ShiftOfAQuarterPixel", {.shift = 0.25}, kLeast, 1},
                    Change{"HueOfTheGround", {.ground = {30, 11, 11}}, 0, 0.96}),
    [](const testing::TestParamInfo<Change>& p) { return p.param.name; });

TEST(Similarity, ForgivesTheNoiseOfADriverButNotABlur) {
  const render::Image picture = draw({});
  EXPECT_GT(similarity(picture, noisy(picture, 1)), 0.99);
  EXPECT_LT(similarity(picture, noisy(picture, 12)), kLeast);
  EXPECT_LT(similarity(picture, blurred(picture)), 0.9);
}

TEST(Similarity, OfEmptyPicturesIsAboutTheirGround) {
  EXPECT_DOUBLE_EQ(similarity(plain(10), plain(10)), 1);
  EXPECT_LT(similarity(plain(10), plain(240)), 0.2);
  EXPECT_LT(similarity(plain(10), draw({})), 0.5);
}

TEST(Similarity, RefusesWhatCannotBeComparedAndSaysWhy) {
  const auto reason = [](const render::Image& a, const render::Image& b) -> std::string {
    try {
      static_cast<void>(similarity(a, b));
    } catch (const std::invalid_argument& e) {
      return e.what();
    }
    return "not refused";
  };
  using testing::HasSubstr;
  render::Image wider = plain(0), shorter = plain(0), tiny{2, 2, std::vector<std::uint8_t>(12)};
  wider.width = 400;
  wider.rgb.resize(std::size_t{400} * 200 * 3);
  shorter.rgb.pop_back();
  EXPECT_THAT(reason(plain(0), wider), HasSubstr("320x200 and 400x200"));
  EXPECT_THAT(reason(plain(0), shorter), HasSubstr("64000 pixels has 191999 bytes"));
  EXPECT_THAT(reason(tiny, tiny), HasSubstr("2x2 pixels cannot be compared; it needs at least"));
  EXPECT_THAT(reason({}, {}), HasSubstr("0x0"));
  EXPECT_THROW(static_cast<void>(difference(plain(0), wider)), std::invalid_argument);
}

TEST(Similarity, DifferenceShowsWhereAndFourTimesHowMuch) {
  render::Image changed = plain(10);
  changed.rgb[7] = 12;
  changed.rgb[8] = 250;
  const render::Image result = difference(plain(10), changed);
  EXPECT_EQ(result.rgb[6], 0);
  EXPECT_EQ(result.rgb[7], 8);
  EXPECT_EQ(result.rgb[8], 255);
}

std::vector<std::string> baselines() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(SYN_SOURCE_DIR) / "tests" / "render")) {
    if (fs::exists(entry.path() / "baseline.png")) names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The measure on the pictures it is made for.
class SimilarityOfBaselines : public testing::TestWithParam<std::string> {};

TEST_P(SimilarityOfBaselines, FallsWithHueAndShift) {
  const render::Image picture =
      render::loadPng(fs::path(SYN_SOURCE_DIR) / "tests" / "render" / GetParam() / "baseline.png");
  EXPECT_DOUBLE_EQ(similarity(picture, picture), 1);
  render::Image swapped = picture, shifted = picture;
  for (std::size_t i = 0; i < swapped.rgb.size(); i += 3) {
    std::swap(swapped.rgb[i], swapped.rgb[i + 2]);
  }
  EXPECT_LT(similarity(picture, swapped), 0.8);
  std::rotate(shifted.rgb.begin(), shifted.rgb.end() - 3 * 4, shifted.rgb.end());
  EXPECT_LT(similarity(picture, shifted), 0.85);
}

INSTANTIATE_TEST_SUITE_P(Similarity, SimilarityOfBaselines, testing::ValuesIn(baselines()),
                         [](const testing::TestParamInfo<std::string>& p) { return p.param; });

}  // namespace
}  // namespace syn::test
