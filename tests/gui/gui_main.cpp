#include <chrono>
#include <cstdlib>
#include <iostream>
#include <QGuiApplication>
#include <QMutex>
#include <QStringList>

#include <gtest/gtest.h>

#include "ui/shell.h"
#include "ui/watchdog.h"
#include "window_fixture.h"

namespace {
QStringList complaints;
QMutex complaintsMutex;

constexpr std::chrono::seconds kPatience{100};  // for the slowest frame of the slowest machine
constexpr std::chrono::seconds kPeriod{1};

/// A loop without an end must not keep the whole suite waiting.
void end(const std::string& stack) {
  std::cerr << "the window hangs:\n" << stack << std::endl;
  std::_Exit(EXIT_FAILURE);
}

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
  // The list of cases is asked for by the build, which has no display.
  if (testing::GTEST_FLAG(list_tests)) return RUN_ALL_TESTS();
  syn::ui::Shell::prepare();
  QGuiApplication application(argc, argv);
  syn::ui::Shell::settle();
  qInstallMessageHandler(hear);
  const syn::ui::Watchdog watchdog(kPatience, kPeriod, end);
  return RUN_ALL_TESTS();
}
