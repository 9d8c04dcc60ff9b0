// ./dev with stand-ins for the programs it calls: what it says while a step runs, and when one
// fails or is interrupted.
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
    fs::copy(SYN_SOURCE_DIR "/.ci", folder_ / ".ci");
    fs::create_directory(folder_ / "bin");
    // Every package that dev lists is there, nothing is ever installed, configuring takes no time.
    program("dpkg-query", "grep -oE '^  [a-z].*' '" + (folder_ / "dev").string() +
                              R"(' | tr ' ' '\n' | sed 's/$/ ii/')");
    program("apt-get", "false");
    program("dpkg", "true");
    program("sudo", R"([ "$1" = -v ] || exec "$@")");
    program("cmake", "true");
  }

  void program(const std::string& name, const std::string& body) const {
    const fs::path file = folder_.write("bin/" + name, "#!/bin/bash\n" + body + "\n");
    fs::permissions(file, fs::perms::owner_all);
  }

  /// A stand-in that writes a line and then waits until `finish` is called.
  void waitingProgram(const std::string& name, const std::string& line) const {
    program(name, "echo '" + line + "'\nuntil [ -e '" + (folder_ / "finished").string() +
                      "' ]; do sleep 0.01; done");
  }
  void finish() const { folder_.write("finished", ""); }

  /// Starts `./dev VERB` at the head of a process group of its own, as a terminal would.
  pid_t start(const std::string& verb = "build") const {
    return startShell("exec bash '" + (folder_ / "dev").string() + "' " + verb);
  }
  pid_t startShell(const std::string& line) const {
    const std::string path = (folder_ / "bin").string() + ":" + std::getenv("PATH");
    const std::string said = (folder_ / "said").string();
    const pid_t child = ::fork();
    if (child == 0) {
      ::setpgid(0, 0);
      const int out = ::open(said.c_str(), O_WRONLY | O_CREAT, 0600);
      ::dup2(out, STDOUT_FILENO);
      ::dup2(out, STDERR_FILENO);
      ::setenv("PATH", path.c_str(), 1);
      ::unsetenv("DISPLAY");
      ::unsetenv("WAYLAND_DISPLAY");
      ::setenv("TERM", "xterm", 1);
      ::setenv("DEV_PROGRESS_SECONDS", "0", 1);
      ::execl("/bin/bash", "bash", "-c", line.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    return child;
  }
  Outcome endOf(pid_t child) const {
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), said()};
  }
  std::string said() const {
    std::ifstream in(folder_ / "said");
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// Waits until the script has said something, and whether it ever did.
  bool says(const std::string& text) const {
    for (int tries = 0; tries < 3000; ++tries) {
      if (said().find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
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

struct Step {
  const char* name;
  const char* verb;
  const char* program;  // stand-in that takes long
  const char* line;     // what it writes
  const char* shown;
  const char* end;
};
void PrintTo(const Step& step, std::ostream* out) {
  *out << step.name;
}

class DevProgress : public Dev, public testing::WithParamInterface<Step> {};

TEST_P(DevProgress, IsToldInPlainLinesWithoutATerminal) {
  const Step& step = GetParam();
  if (step.program == std::string("apt-get")) program("dpkg-query", "true");
  program("ninja", "true");
  program("ctest", "true");
  waitingProgram(step.program, step.line);
  const pid_t dev = start(step.verb);
  EXPECT_TRUE(says(std::string(step.shown) + "\n")) << said();
  finish();
  const Outcome outcome = endOf(dev);
  EXPECT_THAT(outcome.text, AllOf(HasSubstr(step.end), Not(HasSubstr("\r"))));
}

TEST_P(DevProgress, IsOneLineDrawnAgainOnATerminal) {
  const Step& step = GetParam();
  if (step.program == std::string("apt-get")) program("dpkg-query", "true");
  program("ninja", "true");
  program("ctest", "true");
  waitingProgram(step.program, step.line);
  // The program "script" gives its command a terminal.
  const pid_t dev = startShell("exec script -qec \"bash '" + (folder_ / "dev").string() + "' " +
                               step.verb + "\" /dev/null");
  const std::string drawn = std::string("\r\x1b[K") + step.shown;
  EXPECT_TRUE(says(drawn + drawn)) << said();
  finish();
  EXPECT_THAT(endOf(dev).text, HasSubstr(std::string("\r\x1b[K") + step.end));
}

INSTANTIATE_TEST_SUITE_P(
    Steps, DevProgress,
    testing::Values(
        Step{"Download", "build", "apt-get",
             "dlstatus:34:21.4530:Retrieving file 34 of 512 (1min 2s remaining)",
             "Downloading packages: 21 % (Retrieving file 34 of 512)",
             "Installing packages: done in "},
        Step{"Install", "build", "apt-get",
             "pmstatus:libvtk9-dev:62.5:Unpacking libvtk9-dev (amd64)",
             "Installing packages: 62 % (Unpacking libvtk9-dev)", "Installing packages: done in "},
        Step{"Build", "build", "ninja", "[3/12] Building CXX object src/sim/kernel.cpp.o",
             "Building: 25 % (3 of 12, kernel.cpp)", "Building: done in "},
        Step{"Test", "test", "ctest", "  7/50 Test  #7: Json.Reads ...   Passed    0.01 sec",
             "Testing: 14 % (7 of 50 tests, 0 failed)", "Testing: done in "}),
    [](const auto& step) { return step.param.name; });

TEST_F(Dev, TheFirstPictureIsPromisedWithItsTime) {
  program("nproc", "echo 2");
  program("synaptarium-cli", R"(shift $(($# - 1)); echo "drawn $1")");
  program("ninja", "echo '[50/100] Building CXX object a.cpp.o'\nmkdir -p '" +
                       (folder_ / "build/release/bin").string() + "'\ncp '" +
                       (folder_ / "bin/synaptarium-cli").string() + "' '" +
                       (folder_ / "build/release/bin").string() + "'\nuntil [ -e '" +
                       (folder_ / "finished").string() + "' ]; do sleep 0.01; done");
  const pid_t dev = start("run");
  EXPECT_TRUE(says("The first picture comes in about 8 min.")) << said();
  EXPECT_TRUE(says(" s left, first picture in 1")) << said();
  finish();
  EXPECT_THAT(endOf(dev).text, HasSubstr("out/still.png"));
}

}  // namespace
