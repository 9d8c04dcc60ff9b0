// Only in builds with sanitizers: libraries stay loaded, so that a report names where memory was
// taken and the suppressions match. Graphics drivers are unloaded before the leaks are counted.
extern "C" int dlclose(void* /*library*/) {
  return 0;
}
