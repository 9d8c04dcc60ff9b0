#pragma once

namespace syn::cohort {

/// The processes that share a cohort. Outside mpirun this is one process and MPI is never started,
/// so that the plain program pays nothing for it.
class Ranks {
 public:
  /// Joins the other ranks when started by mpirun (it sets OMPI_COMM_WORLD_SIZE).
  Ranks();
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  [[nodiscard]] int rank() const { return rank_; }
  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] bool first() const { return rank_ == 0; }

  /// Whether `mine` holds on any rank. All ranks must call it; they wait for each other.
  [[nodiscard]] bool any(bool mine) const;

 private:
  int rank_ = 0;
  int size_ = 1;
  bool started_ = false;
};

}  // namespace syn::cohort
