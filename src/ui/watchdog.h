#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <functional>
#include <mutex>
#include <QObject>
#include <string>
#include <thread>

#include <pthread.h>

namespace syn::ui {

/// Watches the event loop of the thread that makes it. When the loop does not answer for
/// `patience`, the stack of that thread is written to the log and `hung` is called with it, once
/// for each hang, on the watchdog's own thread: the watched one cannot be asked any more.
class Watchdog : public QObject {
 public:
  using Hung = std::function<void(const std::string& stack)>;

  /// The loop is asked every `period`; when it answers, `well` is called on its own thread.
  Watchdog(std::chrono::milliseconds patience, std::chrono::milliseconds period, Hung hung,
           std::function<void()> well = {});
  ~Watchdog() override;

  /// How often the loop has answered.
  [[nodiscard]] int answers() const { return answered_; }

 private:
  static constexpr std::size_t kDepth = 64;
  /// Filled by the watched thread inside a signal handler.
  struct Stack {
    std::array<void*, kDepth> frames{};
    int count = 0;
    std::atomic<bool> taken = false;
  };
  static void takeStack(int, siginfo_t* info, void*);

  void watch(const std::stop_token& stop);
  [[nodiscard]] std::string stackOfWatched();

  std::chrono::milliseconds patience_, period_;
  Hung hung_;
  std::function<void()> well_;
  pthread_t watched_;
  Stack stack_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::atomic<int> asked_ = 0, answered_ = 0;
  std::jthread thread_;  ///< last: ends before anything it uses
};

}  // namespace syn::ui
