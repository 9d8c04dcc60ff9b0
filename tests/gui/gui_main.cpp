#include <iostream>
#include <QGuiApplication>
#include <QMutex>
#include <QStringList>

#include <gtest/gtest.h>

#include "ui/shell.h"
#include "window_fixture.h"

namespace {
QStringList complaints;
QMutex complaintsMutex;

void hear(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  const QMutexLocker lock(&complaintsMutex);
  complaints.append(message);
}
}  // namespace

QStringList syn::test::takeComplaints() {
  const QMutexLocker lock(&complaintsMutex);
  return std::exchange(complaints, {});
}

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  syn::ui::Shell::prepare();
  QGuiApplication application(argc, argv);
  syn::ui::Shell::settle();
  qInstallMessageHandler(hear);
  return RUN_ALL_TESTS();
}
