#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace syn::cohort {

/// Writes an HDF5 file beside its final place and moves it there at the end, so that a full disk or
/// a killed run never leaves a torn file. The same writes give the same bytes.
///
/// Tables are two-dimensional, 64-bit floating point, chunked by rows and compressed (shuffle and
/// deflate). Every failure is an Error naming the file and what to do.
class Hdf5File {
 public:
  explicit Hdf5File(std::filesystem::path file);
  /// Removes what was written unless `commit` was called.
  ~Hdf5File();
  Hdf5File(const Hdf5File&) = delete;
  Hdf5File& operator=(const Hdf5File&) = delete;

  void attribute(const std::string& name, const std::string& value);
  void attribute(const std::string& name, std::int64_t value);

  /// A table of rows x columns, to be filled by `writeRows`.
  class Table {
   public:
    void writeRows(std::size_t firstRow, std::size_t rows, std::span<const double> values);
    /// All rows, row after row.
    [[nodiscard]] std::vector<double> readAll() const;

   private:
    friend class Hdf5File;
    std::int64_t id_ = -1;
    std::size_t rows_ = 0, columns_ = 0;
    std::string file_;
  };
  /// `path` may name groups ("states/bdnf"), which are made. The table is this file's, valid until
  /// `commit`.
  Table& table(const std::string& path, std::size_t rows, std::size_t columns,
               std::size_t chunkRows, const std::string& unit);
  /// A one-dimensional row of numbers.
  void vector(const std::string& path, std::span<const double> values, const std::string& unit);

  /// Flushes to disk and moves the file into place.
  void commit();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::cohort
