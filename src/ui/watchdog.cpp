#include "ui/watchdog.h"

#include <csignal>
#include <cstdlib>
#include <memory>
#include <mutex>

#include <cxxabi.h>
#include <execinfo.h>
#include <unistd.h>

#include "base/log.h"

namespace syn::ui {
namespace {

constexpr int kSignal = SIGUSR2;
constexpr std::chrono::seconds kStackPatience{2};  // a thread inside the kernel may never answer

/// "program(mangled+0x1f) [0x...]" with the name as it is written in the source.
std::string readable(const std::string& frame) {
  const auto begin = frame.find('(');
  const auto end = frame.find('+', begin);
  if (begin == std::string::npos || end == std::string::npos || end == begin + 1) return frame;
  const std::string mangled = frame.substr(begin + 1, end - begin - 1);
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? frame.substr(0, begin + 1) + name.get() + frame.substr(end) : frame;
}

}  // namespace

Watchdog::Watchdog(std::chrono::milliseconds patience, std::chrono::milliseconds period, Hung hung,
                   std::function<void()> well)
    : patience_(patience),
      period_(period),
      hung_(std::move(hung)),
      well_(std::move(well)),
      watched_(pthread_self()) {
  // The first call loads a library, which a signal handler must not do.
  std::array<void*, 1> first{};
  backtrace(first.data(), 1);
  struct sigaction action {};
  action.sa_sigaction = &Watchdog::takeStack;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigaction(kSignal, &action, nullptr);
  thread_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

Watchdog::~Watchdog() {
  thread_.request_stop();
  thread_.join();
}

void Watchdog::takeStack(int, siginfo_t* info, void*) {
  if (info->si_code != SI_QUEUE || info->si_pid != getpid()) return;  // not from our own thread
  auto* stack = static_cast<Stack*>(info->si_value.sival_ptr);
  stack->count = backtrace(stack->frames.data(), static_cast<int>(kDepth));
  stack->taken = true;
}

void Watchdog::watch(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    const int question = ++asked_;
    QMetaObject::invokeMethod(
        this,
        [this, question] {
          if (well_) well_();
          const std::lock_guard guard(mutex_);
          answered_ = question;
          changed_.notify_all();
        },
        Qt::QueuedConnection);
    const auto answered = [this, question] { return answered_ == question; };
    if (!changed_.wait_for(lock, stop, patience_, answered) && !stop.stop_requested()) {
      const std::string stack = stackOfWatched();
      log::error("the window has not answered for " + std::to_string(patience_.count()) +
                 " ms; it was here:\n" + stack);
      lock.unlock();
      if (hung_) hung_(stack);
      lock.lock();
      changed_.wait(lock, stop, answered);
    }
    changed_.wait_for(lock, stop, period_, [] { return false; });
  }
}

std::string Watchdog::stackOfWatched() {
  stack_.taken = false;
  sigval value{};
  value.sival_ptr = &stack_;
  if (pthread_sigqueue(watched_, kSignal, value) != 0) return "(no stack: the thread is gone)";
  const auto late = std::chrono::steady_clock::now() + kStackPatience;
  while (!stack_.taken) {
    if (std::chrono::steady_clock::now() > late) return "(no stack: the thread does not run)";
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const std::unique_ptr<char*, decltype(&std::free)> names(
      backtrace_symbols(stack_.frames.data(), stack_.count), &std::free);
  std::string text;
  for (int i = 0; names && i < stack_.count; ++i) {
    text += "  " + readable(names.get()[i]) + '\n';
  }
  return text;
}

}  // namespace syn::ui
