#include <algorithm>
#include <memory>
#include <set>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/files.h"
#include "base/resources.h"
#include "cli/picture_stage.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "render/picture/contact_sheet.h"

namespace syn::cli {
namespace {

namespace fs = std::filesystem;

struct GalleryOptions {
  fs::path out;
  PictureOptions picture;
};

/// Numbers of the phenomena that have a Moment before and one after.
std::vector<std::string> numbersIn(const fs::path& moments) {
  std::set<std::string> numbers;
  constexpr std::string_view kEnd = "_before";
  for (const auto& entry : fs::directory_iterator(moments)) {
    const std::string name = entry.path().stem().string();
    if (!name.ends_with(kEnd)) continue;
    const std::string number = name.substr(0, name.size() - kEnd.size());
    if (fs::exists(moments / (number + "_after.json"))) numbers.insert(number);
  }
  return {numbers.begin(), numbers.end()};
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '<') {
      out += "&lt;";
    } else if (letter == '&') {
      out += "&amp;";
    } else {
      out += letter;
    }
  }
  return out;
}

/// The page as it grows, one row a phenomenon.
class Page {
 public:
  explicit Page(const words::Texts& texts) : texts_(texts) {
    const bool mirrored = texts.language().direction == words::Direction::rightToLeft;
    const std::string title = escaped(texts.say("gallery.title"));
    html_ = "<!doctype html><html lang=\"" + texts.language().id + "\" dir=\"" +
            (mirrored ? "rtl" : "ltr") + "\"><meta charset=\"utf-8\"><title>" + title +
            "</title><style>body{background:#0e1118;color:#f4efe4;font:18px Inter,sans-serif;"
            "max-width:1640px;margin:3em auto;padding:0 1em}section{break-inside:avoid}"
            "div{display:flex;gap:8px}figure{margin:0;flex:1}img{width:100%}"
            "figcaption{color:#bcc3ce;padding:.3em 0 2em}</style><h1>" +
            title + "</h1>\n";
  }

  void add(const std::string& number, const std::vector<const session::Session*>& stages) {
    html_ += "<section><h2>" + number + " " + escaped(title(*stages.front(), false)) + "</h2><div>";
    for (std::size_t i = 0; i < stages.size(); ++i) {
      html_ += "<figure><img src=\"" + number + (i == 0 ? "_before" : "_after") +
               ".png\"><figcaption><b>" + escaped(title(*stages[i], true)) + "</b> " +
               escaped(caption(*stages[i])) + "</figcaption></figure>";
    }
    html_ += "</div></section>\n";
  }

  [[nodiscard]] const std::string& html() const { return html_; }
  /// What a phenomenon is called, after its number.
  [[nodiscard]] std::string heading(const std::string& number,
                                    const session::Session& stage) const {
    return number + "  " + title(stage, false);
  }

 private:
  /// What the scenario of a stage is called, or its life.
  [[nodiscard]] std::string title(const session::Session& stage, bool life) const {
    std::string id = stage.document().story(stage.pane().life()).told.id;
    std::replace(id.begin(), id.end(), '/', '.');
    if (!life) id = id.substr(0, id.find('.'));
    return texts_.say("scenario." + id + ".title");
  }

  [[nodiscard]] std::string caption(const session::Session& stage) const {
    const std::string key = stage.moment().caption;
    return key.empty() ? key : texts_.say(key);
  }

  const words::Texts& texts_;
  std::string html_;
};

/// Draws one Moment with its legend into a file. Returns the picture without words, small.
render::Image drawOne(const PictureStage& stage, const fs::path& file) {
  constexpr int kSheetWidth = 240;  // of a picture on the sheet
  const render::Still still = stage.draw();
  render::savePng(still.finished, file);
  return render::reduced(still.bare, std::max(still.bare.width / kSheetWidth, 1));
}

int runGallery(GalleryOptions options) {
  fs::create_directories(options.out);
  requireWritable(options.out / "index.html");
  const render::TextDrawing drawing;  // outlives every picture
  const Resources resources = Resources::find();
  const words::Texts texts = words::Texts::load(resources.data, options.picture.language);
  const auto content = session::loadContent(resources);
  const std::vector<std::string> numbers = numbersIn(resources.data / "moments" / "phenomena");
  Page page(texts);
  std::vector<render::SheetPair> sheet;
  ProgressBar bar("Drawing the gallery");
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::vector<std::unique_ptr<PictureStage>> stages;
    std::vector<render::Image> small;
    for (const char* end : {"_before", "_after"}) {
      PictureOptions picture = options.picture;
      picture.subject = "phenomena/" + numbers[i] + end;
      stages.push_back(std::make_unique<PictureStage>(picture, content));
      small.push_back(drawOne(*stages.back(), options.out / (numbers[i] + end + ".png")));
    }
    page.add(numbers[i], {&stages[0]->session(), &stages[1]->session()});
    sheet.push_back(
        {std::move(small[0]), std::move(small[1]), page.heading(numbers[i], stages[0]->session())});
    bar.show(static_cast<double>(i + 1) / static_cast<double>(numbers.size()));
  }
  constexpr int kColumns = 4;
  render::savePng(render::contactSheet(sheet, kColumns,
                                       texts.language().direction == words::Direction::rightToLeft),
                  options.out / "sheet.png");
  writeFileAtomically(options.out / "index.html", page.html());
  return 0;
}

}  // namespace

void addGalleryVerb(CLI::App& app, Action& action) {
  auto options = std::make_shared<GalleryOptions>();
  options->picture.size = "960x540";
  options->picture.samples = 4;
  CLI::App* verb = app.add_subcommand(
      "gallery", "Draw every phenomenon before and after, on one page with its legends");
  verb->add_option("--out", options->out, "Folder to write")->required();
  verb->add_option("--size", options->picture.size, "Size of one picture")->capture_default_str();
  verb->add_option("--samples", options->picture.samples, "Passes for smooth edges")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  verb->add_option("--language", options->picture.language, "A folder of data/i18n")
      ->capture_default_str();
  verb->callback([options, &action] { action = [options] { return runGallery(*options); }; });
}

}  // namespace syn::cli
