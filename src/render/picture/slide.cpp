#include "render/picture/slide.h"

#include <algorithm>
#include <cmath>
#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

#include "base/files.h"
#include "render/picture/canvas.h"

namespace syn::render {
namespace {

constexpr double kPictureShare = 0.87;
constexpr scene::Rgb kGround{0.027F, 0.039F, 0.059F};
constexpr scene::Rgb kText{0.957F, 0.937F, 0.894F};
constexpr scene::Rgb kQuiet{0.737F, 0.765F, 0.808F};
constexpr TextStyle kCaption{44, kText, 400, true};
constexpr TextStyle kSources{17, kQuiet};
constexpr double kMargin = 40;
constexpr int kPaperDpi = 96;  // the unit of QTextDocument, so that its pixels are the paper's

std::uint8_t byteOf(float channel) {
  return static_cast<std::uint8_t>(std::lround(channel * 255));
}

QString html(const std::string& text) {
  return QString::fromStdString(text).toHtmlEscaped();
}

QImage imageOf(const Image& image) {
  return {image.rgb.data(), image.width, image.height, 3 * static_cast<qsizetype>(image.width),
          QImage::Format_RGB888};
}

QString pageHtml(const Handout::Page& page, std::size_t number, double width) {
  QString text = QStringLiteral(
                     "<h2 style=\"page-break-before:%1;margin:0px\">%2</h2>"
                     "<p style=\"margin:8px 0px\"><img\nsrc=\"p%3\" width=\"%4\" "
                     "height=\"%5\"></p>")
                     .arg(number == 0 ? "auto" : "always", html(page.text.caption))
                     .arg(number)
                     .arg(std::floor(width))
                     .arg(std::floor(width * page.picture.height / page.picture.width));
  text += "<ul>";
  for (const std::string& note : page.text.notes) text += "<li>" + html(note) + "</li>";
  text += "</ul>";
  if (!page.text.question.empty()) text += "<p><i>" + html(page.text.question) + "</i></p>";
  if (!page.text.sources.empty()) {
    text += "<p style=\"font-size:8pt\">" + html(page.text.sources) + "</p>";
  }
  return text;
}

}  // namespace

int slidePictureHeight(int height) {
  return static_cast<int>(std::lround(height * kPictureShare));
}

Image slide(const Image& picture, const SlideText& text, int height, bool rightToLeft) {
  Image out;
  out.width = picture.width;
  out.height = height;
  out.rgb = picture.rgb;
  out.rgb.reserve(3 * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(height));
  for (int pixel = 0; pixel < (height - picture.height) * out.width; ++pixel) {
    out.rgb.insert(out.rgb.end(), {byteOf(kGround.r), byteOf(kGround.g), byteOf(kGround.b)});
  }
  Canvas canvas(out, 1, rightToLeft);
  const double top = canvas.height() * kPictureShare;
  const double band = canvas.height() - top;
  const double widest = canvas.width() - 2 * kMargin;
  const double sources = canvas.measure(text.sources, kSources, widest).height();
  // A caption that takes two lines is drawn smaller instead.
  TextStyle style = kCaption;
  while (style.size > 24 && canvas.measure(text.caption, style, widest).height() + sources > band) {
    style.size -= 2;
  }
  const double all = canvas.measure(text.caption, style, widest).height() + sources;
  double y = top + std::max((band - all) / 2, 0.0);
  y += canvas.text(text.caption, style, kMargin, y, widest);
  canvas.text(text.sources, kSources, kMargin, y, widest);
  return out;
}

void saveHandout(const Handout& handout, bool rightToLeft, const std::filesystem::path& file) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setTitle(QString::fromStdString(handout.title));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(kPaperDpi);
    const double width = 0.9 * writer.width();
    QTextDocument document;
    QFont font;
    font.setFamilies({"Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC"});
    font.setPointSizeF(11);
    document.setDefaultFont(font);
    QTextOption option = document.defaultTextOption();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    document.setDefaultTextOption(option);
    QString text = "<h1>" + html(handout.title) + "</h1><p>" + html(handout.summary) + "</p>";
    for (std::size_t i = 0; i < handout.pages.size(); ++i) {
      document.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("p%1").arg(i)),
                           imageOf(handout.pages[i].picture));
      text += pageHtml(handout.pages[i], i, width);
    }
    document.setHtml(text);
    document.print(&writer);
  }
  writeFileAtomically(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace syn::render
