#include "cohort/hdf5_file.h"

#include <array>
#include <deque>

#include <fcntl.h>
#include <hdf5.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"

namespace syn::cohort {
namespace fs = std::filesystem;
namespace {

// HDF5 prints its own error stack unless told not to; ours are exceptions. After a failed write it
// keeps the file open and would try again at the end of the program, and crash on the full disk.
void quietenHdf5() {
  H5dont_atexit();
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

[[noreturn]] void fail(const std::string& file) {
  throw Error(
      file +
      ": could not be written; nothing was changed. Free some space or choose another place");
}

// An HDF5 handle that closes itself.
class Handle {
 public:
  Handle(hid_t id, herr_t (*close)(hid_t), const std::string& file) : id_(id), close_(close) {
    if (id_ < 0) fail(file);
  }
  ~Handle() { close_(id_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  [[nodiscard]] hid_t get() const { return id_; }

 private:
  hid_t id_;
  herr_t (*close_)(hid_t);
};

void check(herr_t status, const std::string& file) {
  if (status < 0) fail(file);
}

void writeText(hid_t where, const std::string& name, const std::string& value,
               const std::string& file) {
  const Handle type(H5Tcopy(H5T_C_S1), H5Tclose, file);
  check(H5Tset_size(type.get(), value.empty() ? 1 : value.size()), file);
  check(H5Tset_cset(type.get(), H5T_CSET_UTF8), file);
  const Handle space(H5Screate(H5S_SCALAR), H5Sclose, file);
  const Handle attribute(
      H5Acreate2(where, name.c_str(), type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
      file);
  check(H5Awrite(attribute.get(), type.get(), value.empty() ? "" : value.data()), file);
}

}  // namespace

struct Hdf5File::Data {
  fs::path file;
  std::string temporary;
  hid_t id = -1;
  bool committed = false;
  std::deque<Table> tables;  // stable addresses

  void close() {
    for (Table& table : tables) {
      if (table.id_ >= 0) H5Dclose(table.id_);
      table.id_ = -1;
    }
    if (id >= 0) {
      const herr_t status = H5Fclose(id);
      id = -1;
      check(status, file.string());
    }
  }

  Table& create(const std::string& path, std::span<const hsize_t> dims,
                std::span<const hsize_t> chunk, const std::string& unit) {
    const std::string name = file.string();
    const Handle links(H5Pcreate(H5P_LINK_CREATE), H5Pclose, name);
    check(H5Pset_create_intermediate_group(links.get(), 1), name);
    const Handle properties(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, name);
    check(H5Pset_obj_track_times(properties.get(), false), name);
    if (!chunk.empty()) {
      check(H5Pset_chunk(properties.get(), static_cast<int>(chunk.size()), chunk.data()), name);
      check(H5Pset_shuffle(properties.get()), name);
      check(H5Pset_deflate(properties.get(), 4), name);
    }
    const Handle space(H5Screate_simple(static_cast<int>(dims.size()), dims.data(), nullptr),
                       H5Sclose, name);
    const hid_t dataset = H5Dcreate2(id, path.c_str(), H5T_IEEE_F64LE, space.get(), links.get(),
                                     properties.get(), H5P_DEFAULT);
    if (dataset < 0) fail(name);
    Table& table = tables.emplace_back();
    table.id_ = dataset;
    table.file_ = name;
    writeText(dataset, "unit", unit, name);
    return table;
  }
};

Hdf5File::Hdf5File(fs::path file) : data_(std::make_unique<Data>()) {
  quietenHdf5();
  requireWritable(file);
  data_->file = std::move(file);
  data_->temporary = data_->file.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(data_->temporary.data());
  if (descriptor < 0) fail(data_->file.string());
  ::close(descriptor);
  data_->id = H5Fcreate(data_->temporary.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  if (data_->id < 0) {
    ::unlink(data_->temporary.c_str());
    fail(data_->file.string());
  }
}

Hdf5File::~Hdf5File() {
  try {
    data_->close();
  } catch (const Error&) {
    // The file is thrown away below in any case.
  }
  if (!data_->committed) ::unlink(data_->temporary.c_str());
}

void Hdf5File::attribute(const std::string& name, const std::string& value) {
  writeText(data_->id, name, value, data_->file.string());
}

void Hdf5File::attribute(const std::string& name, std::int64_t value) {
  const std::string file = data_->file.string();
  const Handle space(H5Screate(H5S_SCALAR), H5Sclose, file);
  const Handle attribute(
      H5Acreate2(data_->id, name.c_str(), H5T_STD_I64LE, space.get(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose, file);
  check(H5Awrite(attribute.get(), H5T_NATIVE_INT64, &value), file);
}

Hdf5File::Table& Hdf5File::table(const std::string& path, std::size_t rows, std::size_t columns,
                                 std::size_t chunkRows, const std::string& unit) {
  const std::array<hsize_t, 2> dims{rows, columns};
  const std::array<hsize_t, 2> chunk{std::min(chunkRows, rows), columns};
  Table& table = data_->create(path, dims, chunk, unit);
  table.rows_ = rows;
  table.columns_ = columns;
  return table;
}

void Hdf5File::vector(const std::string& path, std::span<const double> values,
                      const std::string& unit) {
  const std::array<hsize_t, 1> dims{values.size()};
  const Table& table = data_->create(path, dims, {}, unit);
  check(H5Dwrite(table.id_, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
        table.file_);
}

void Hdf5File::Table::writeRows(std::size_t firstRow, std::size_t rows,
                                std::span<const double> values) {
  const std::array<hsize_t, 2> start{firstRow, 0}, count{rows, columns_};
  const Handle memory(H5Screate_simple(2, count.data(), nullptr), H5Sclose, file_);
  const Handle space(H5Dget_space(id_), H5Sclose, file_);
  check(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(),
                            nullptr),
        file_);
  check(H5Dwrite(id_, H5T_NATIVE_DOUBLE, memory.get(), space.get(), H5P_DEFAULT, values.data()),
        file_);
}

std::vector<double> Hdf5File::Table::readAll() const {
  std::vector<double> values(rows_ * columns_);
  check(H5Dread(id_, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), file_);
  return values;
}

void Hdf5File::commit() {
  const std::string name = data_->file.string();
  check(H5Fflush(data_->id, H5F_SCOPE_GLOBAL), name);
  data_->close();
  const int descriptor = ::open(data_->temporary.c_str(), O_RDONLY);
  const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!flushed) fail(name);
  fs::permissions(data_->temporary, fs::perms::owner_read | fs::perms::owner_write |
                                        fs::perms::group_read | fs::perms::others_read);
  std::error_code error;
  fs::rename(data_->temporary, data_->file, error);
  if (error) fail(name);
  data_->committed = true;
}

}  // namespace syn::cohort
