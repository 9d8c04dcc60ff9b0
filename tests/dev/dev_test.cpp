// ./dev with stand-ins for the programs it calls: what it says when a step fails or is interrupted.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/program.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using syn::test::Outcome;
using syn::test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Dev : public testing::Test {
 protected:
  void SetUp() override {
    fs::copy_file(SYN_SOURCE_DIR "/dev", folder_ / "dev");
    fs::create_directory(folder_ / "bin");
    // Every package that dev lists is there, nothing is ever installed, configuring takes no time.
    program("dpkg-query", "grep -oE '^  [a-z].*' '" + (folder_ / "dev").string() +
                              R"(' | tr ' ' '\n' | sed 's/$/ ii/')");
    program("apt-get", "false");
    program("sudo", "false");
    program("cmake", "true");
  }

  void program(const std::string& name, const std::string& body) const {
    const fs::path file = folder_.write("bin/" + name, "#!/bin/bash\n" + body + "\n");
    fs::permissions(file, fs::perms::owner_all);
  }

  /// Starts `./dev build` at the head of a process group of its own, as a terminal would.
  pid_t start() const {
    const std::string path = (folder_ / "bin").string() + ":" + std::getenv("PATH");
    const std::string dev = (folder_ / "dev").string(), said = (folder_ / "said").string();
    const pid_t child = ::fork();
    if (child == 0) {
      ::setpgid(0, 0);
      const int out = ::open(said.c_str(), O_WRONLY | O_CREAT, 0600);
      ::dup2(out, STDOUT_FILENO);
      ::dup2(out, STDERR_FILENO);
      ::setenv("PATH", path.c_str(), 1);
      ::execl("/bin/bash", "bash", dev.c_str(), "build", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    return child;
  }
  Outcome endOf(pid_t child) const {
    int status = 0;
    ::waitpid(child, &status, 0);
    std::ifstream in(folder_ / "said");
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
            {std::istreambuf_iterator<char>(in), {}}};
  }
  /// The process of a build that was started, once it runs.
  pid_t builder() const {
    const fs::path file = folder_ / "bin/ninja.pid";
    while (!fs::exists(file)) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    pid_t pid = 0;
    std::ifstream(file) >> pid;
    return pid;
  }

  const TemporaryFolder folder_;
};

TEST_F(Dev, AFailedStepIsNamedWithItsLog) {
  program("ninja", "echo a.cpp: wrong; exit 3");
  const Outcome outcome = endOf(start());
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.text, AllOf(HasSubstr("a.cpp: wrong"), HasSubstr("\"build-release\" failed"),
                                  HasSubstr("build/log/build-release.log")));
}

TEST_F(Dev, InterruptionIsNotCalledFailureAndLeavesNothingRunning) {
  struct Way {
    int signal;
    bool group;  // Ctrl-C reaches everything in the terminal, kill only the script
    int code;
    const char* name;
  };
  for (const Way& way : {Way{SIGINT, true, 130, "SIGINT"}, Way{SIGTERM, false, 143, "SIGTERM"}}) {
    // A long build.
    program("ninja", R"(echo $$ > "$0.new" && mv "$0.new" "$0.pid" && exec sleep 600)");
    const pid_t dev = start();
    const pid_t ninja = builder();
    ::kill(way.group ? -dev : dev, way.signal);
    const Outcome outcome = endOf(dev);
    EXPECT_EQ(outcome.code, way.code) << outcome.text;
    EXPECT_THAT(outcome.text,
                AllOf(HasSubstr("interrupted"), HasSubstr(way.name), HasSubstr("build-release"),
                      HasSubstr("again to go on"), Not(HasSubstr("failed"))));
    EXPECT_NE(::kill(ninja, 0), 0) << "the build goes on";
    fs::remove(folder_ / "bin/ninja.pid");
  }
}

}  // namespace
