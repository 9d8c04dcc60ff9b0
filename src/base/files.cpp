#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

namespace syn {
namespace fs = std::filesystem;

std::string readFile(const fs::path& file, std::size_t maxBytes) {
  const auto refuse = [&](std::string rule, std::string message) {
    throw ContentError(Issue{file.string(), 0, "", std::move(rule), std::move(message)});
  };
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) refuse("missing-file", "there is no such file; check the path");
  if (fs::is_directory(status)) refuse("not-a-file", "is a folder; name a file in it");
  if (fs::is_regular_file(status)) {
    const auto bytes = fs::file_size(file, error);
    if (!error && bytes > maxBytes) {
      refuse("too-large", "has " + std::to_string(bytes) + " bytes; at most " +
                              std::to_string(maxBytes) + " are read");
    }
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) refuse("unreadable", "cannot be read; check its permissions");
  std::string content;
  char block[65536];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    content.append(block, static_cast<std::size_t>(in.gcount()));
    if (content.size() > maxBytes) {
      refuse("too-large", "is larger than " + std::to_string(maxBytes) + " bytes");
    }
  }
  if (in.bad()) refuse("unreadable", "cannot be read to its end; check the disk");
  return content;
}

namespace {
std::string reason(int code) {
  return std::strerror(code);
}

fs::path folderOf(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}
}  // namespace

void requireWritable(const fs::path& file) {
  const fs::path folder = folderOf(file);
  if (!fs::is_directory(folder)) {
    throw RefusedError(file.string() + ": the folder " + folder.string() +
                       " does not exist; create it or choose another");
  }
  if (::access(folder.c_str(), W_OK) != 0) {
    throw RefusedError(file.string() + ": cannot write into " + folder.string() + " (" +
                       reason(errno) + "); choose a folder you may write to");
  }
  if (fs::is_directory(file)) throw RefusedError(file.string() + ": is a folder; name a file");
}

std::vector<std::string> jsonNamesIn(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code unreadable;
  for (std::filesystem::directory_iterator entry(folder, unreadable), end; entry != end;
       entry.increment(unreadable)) {
    if (entry->path().extension() == ".json") names.push_back(entry->path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

void writeFileAtomically(const fs::path& file, std::string_view content) {
  requireWritable(file);
  std::string temporary = file.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) {
    throw Error(file.string() + ": cannot write here (" + reason(errno) +
                "); choose a folder you may write to");
  }
  const auto abandon = [&](int code) {
    ::close(descriptor);
    ::unlink(temporary.c_str());
    throw Error(file.string() + ": could not be written (" + reason(code) +
                "); nothing was changed. Free some space or choose another place");
  };
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t n = ::write(descriptor, content.data() + done, content.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) abandon(errno);
    done += static_cast<std::size_t>(n);
  }
  if (::fsync(descriptor) != 0) abandon(errno);
  ::fchmod(descriptor, 0644);
  ::close(descriptor);
  if (::rename(temporary.c_str(), file.c_str()) != 0) {
    const int code = errno;
    ::unlink(temporary.c_str());
    throw Error(file.string() + ": could not be put in place (" + reason(code) + ")");
  }
}

std::string sha256(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) != 1) {
    throw Error("SHA-256 is not available in this build of OpenSSL");
  }
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < length; ++i) {
    out += kHex[digest[i] >> 4U];
    out += kHex[digest[i] & 15U];
  }
  return out;
}

}  // namespace syn
