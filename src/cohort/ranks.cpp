#include "cohort/ranks.h"

#include <cstdlib>

#include <mpi.h>

namespace syn::cohort {

Ranks::Ranks() {
  if (std::getenv("OMPI_COMM_WORLD_SIZE") == nullptr) return;
  // Only the main thread talks to the other ranks.
  int provided = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
  started_ = true;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &size_);
}

Ranks::~Ranks() {
  if (started_) MPI_Finalize();
}

bool Ranks::any(bool mine) const {
  if (!started_) return mine;
  int here = mine ? 1 : 0, anywhere = 0;
  MPI_Allreduce(&here, &anywhere, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
  return anywhere != 0;
}

}  // namespace syn::cohort
