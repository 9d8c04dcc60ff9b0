# The verbs of ./dev that judge the source: lint, docs, check. Sourced by ../dev.
# shellcheck shell=bash
# shellcheck disable=SC2154  # root is set by ../dev

# listed PATTERN [PATH...]: our files whose path matches, all or those below the paths, from the top.
listed() {
  local pattern=$1
  shift
  { git -C "$root" ls-files -co --exclude-standard -- "$@" | grep -E "$pattern" || true; } | sed "s|^|$root/|"
}

lint() {
  set_up clang-format-14 clang-tidy-14 shellcheck qt6-declarative-dev-tools
  listed '\.(cpp|h)$' "$@" | xargs -rd '\n' clang-format-14 --dry-run --Werror
  { listed '^(dev|\.ci/[^/]*)$' "$@"; } | xargs -rd '\n' shellcheck -x -P "$root"
  configure dev
  local views units
  mapfile -t views < <(listed '\.qml$' "$@")
  if [ ${#views[@]} -gt 0 ]; then
    # The linter of Qt 6.4 cannot be told that a delegate may use the ids around it (pragma
    # ComponentBehavior came with 6.5) and reports every such use; that one rule is left out.
    step types ninja -C "$root/build/dev" all_qmltyperegistrations
    printf '%s\n' "${views[@]}" | xargs -d '\n' /usr/lib/qt6/bin/qmllint --unqualified disable \
      -I "$root/build/dev/qml"
  fi
  mapfile -t units < <(listed '\.cpp$' "$@" | grep -v '/tests/fuzz/')
  [ ${#units[@]} -gt 0 ] || return 0
  printf '%s\n' "${units[@]}" | xargs -d '\n' -P "$(nproc)" -n 4 clang-tidy-14 --quiet -p "$root/build/dev"
}

docs() {
  set_up doxygen
  mkdir -p "$root/out/api"
  step docs env -C "$root" DOXYGEN_OUTPUT=out/api doxygen src/cmake/Doxyfile
  say "Look at $root/out/api/html/index.html"
}

# tests_in BUILD STEP [ARGUMENT of ctest...]: headless, free of the caller's screen, language and scaling.
tests_in() {
  local folder="$root/build/$1" name=$2
  shift 2
  if logged "$name" env -u DISPLAY -u WAYLAND_DISPLAY LC_ALL=C.UTF-8 \
    ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$(nproc)" "$@"; then
    grep -E 'tests passed' "$logs/$name.log"
  else
    grep -vE '^ *(Start|[0-9]+/[0-9]+ Test +#[0-9]+:.*Passed)' "$logs/$name.log" | tail -n 200
    die "step \"$name\" failed; the whole log is $logs/$name.log"
  fi
}

# check_tests PRESET [FOLDER...]: builds and runs the tests below tests/FOLDER, or all.
check_tests() {
  local preset=$1 folder
  shift
  set_up
  if [ $# -eq 0 ]; then
    build "$preset"
    tests_in "$preset" "check-$preset"
  fi
  for folder in "$@"; do
    build "$preset" "tests/$folder/all"
    tests_in "$preset/tests/$folder" "check-$preset"
  done
}

# Lines that the tests reached, by module.
check_coverage() {
  set_up gcovr
  if [ -d "$root/build/coverage" ]; then find "$root/build/coverage" -name '*.gcda' -delete; fi
  check_tests coverage "$@"
  mkdir -p "$root/out"
  step coverage env -C "$root" gcovr -j "$(nproc)" --filter 'src/' --csv out/coverage.csv build/coverage
  awk -F, 'NR > 1 { split($1, path, "/"); lines[path[2]] += $2; reached[path[2]] += $3; all += $2; hit += $3 }
    END { for (name in lines) printf "%-12s %6d lines %6.1f %%\n", name, lines[name], 100 * reached[name] / lines[name]
          printf "%-12s %6d lines %6.1f %%\n", "~all", all, 100 * hit / all }' "$root/out/coverage.csv" | sort | tr -d '~'
}

# check_fuzz [READER...]: tries to break our readers, each for so many seconds.
check_fuzz() {
  local reader seconds=${FUZZ_SECONDS:-60}
  set_up clang libclang-rt-14-dev
  if [ $# -eq 0 ]; then
    mapfile -t all < <(listed '^tests/fuzz/fuzz_.*\.cpp$' | sed 's|.*/fuzz_||; s|\.cpp$||')
    set -- "${all[@]}"
  fi
  build fuzz "${@/#/fuzz_}"
  for reader in "$@"; do
    mkdir -p "$root/build/fuzz/found/$reader"
    step "fuzz-$reader" "$root/build/fuzz/bin/fuzz_$reader" -max_total_time="$seconds" -timeout=10 \
      -artifact_prefix="$root/build/fuzz/$reader-" "$root/build/fuzz/found/$reader" "$root/tests/fuzz/corpus/$reader"
    say "fuzz $reader: $(tail -n 1 "$logs/fuzz-$reader.log")"
  done
}

check() {
  local kind=${1:-}
  [ $# -eq 0 ] || shift
  case "$kind" in
    asan | tsan) check_tests "$kind" "$@" ;;
    coverage) check_coverage "$@" ;;
    fuzz) check_fuzz "$@" ;;
    *) die "check what? asan, tsan, coverage or fuzz" ;;
  esac
}
