#include "ui/models/stories.h"

namespace syn::ui {

using session::Change;

void StoriesModel::opened() {
  emit listsChanged();
  emit captionChanged();
}

void StoriesModel::heard(Change change) {
  if (change == Change::caption) emit captionChanged();
}

QVariantList StoriesModel::listed(const std::string& family,
                                  const std::vector<std::string>& ids) const {
  QVariantList list;
  for (const std::string& id : ids) {
    list.append(QVariantMap{{"id", text(id)},
                            {"title", say(Message{family + "." + id + ".title"})},
                            {"summary", say(Message{family + "." + id + ".summary"})}});
  }
  return list;
}

QVariantList StoriesModel::lives() const {
  return session() != nullptr ? listed("scenario", session()->content().lives) : QVariantList();
}

QVariantList StoriesModel::phenomena() const {
  return session() != nullptr ? listed("scenario", session()->content().phenomena) : QVariantList();
}

QVariantList StoriesModel::tours() const {
  return session() != nullptr ? listed("tour", session()->content().tours) : QVariantList();
}

QVariantMap StoriesModel::caption() const {
  if (session() == nullptr) return {{"title", ""}, {"text", ""}, {"phenomenon", ""}, {"side", ""}};
  const session::Caption& caption = session()->caption();
  const std::string title =
      caption.phenomenon.empty() ? std::string() : "scenario." + caption.phenomenon + ".title";
  return {{"title", say(Message{title})},
          {"text", say(Message{caption.text})},
          {"phenomenon", text(caption.phenomenon)},
          {"side", text(caption.side)}};
}

void StoriesModel::openLife(const QString& id) {
  app().run("life.open", {{"name", id.toStdString()}});
}

void StoriesModel::openTour(const QString& id) {
  app().run("tour.open", {{"tour", id.toStdString()}});
}

void StoriesModel::showPhenomenon(const QString& id, const QString& side) {
  app().run("phenomenon.show", {{"phenomenon", id.toStdString()}, {"side", side.toStdString()}});
}

}  // namespace syn::ui
