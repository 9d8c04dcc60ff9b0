#!/usr/bin/env bash
# Changes one thing in one line of the equations at a time, and says which changes no test of a
# mechanism notices.
#
#   tests/mutation/mutants.sh [BUILD [EVERY [SEED]]]   BUILD: build/release; EVERY: 1 = all mutants
#
# With EVERY above 1 one mutant in so many is tried: evenly spaced ones, or with SEED (1 to 32767)
# those that chance picks, the same each time.
# Needs mechanisms_test built in BUILD. Prints one line a mutant and the score; ends with 1 when a
# mutant survives. Only the scalar kernel is compiled again, for its derivative is what the test
# reads. Mutants that do not compile are not counted.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd -- "${1:-$root/build/release}" && pwd)
every=${2:-1}
seed=${3:-}
RANDOM=${seed:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Signs, bounds, factors and shares.
changes=(
  's/ \+ / - /'
  's/ - / + /'
  's/^(.* )\+ (.*)$/\1- \2/'
  's/^(.* )- (.*)$/\1+ \2/'
  's/\bmaximum\(/minimum(/'
  's/\bminimum\(/maximum(/'
  's/ \* (w\.)?p\.[A-Za-z]+//'
  's/ \* q\.[A-Za-z]+//'
  's/ \* w\.who\[[A-Za-z]+\]//'
  's/ \* w\.age\[[A-Za-z]+\]//'
  's/ \* (w\.)?plastic\b//'
  's/ \* (sleep\.|stress\.|plasticity\.|d\.)[a-z]+//'
  's/ \* (term|t|skill)\.[A-Za-z]+//'
  's/ \* c\.[A-Za-z]+\[i\]//'
  's/ \/ ([a-z(])/ * \1/'
)

compile() {  # compile OBJECT [FOLDER OF A CHANGED HEADER]
  g++ -std=c++20 -O0 -ffp-contract=off ${2:+-I"$2"} -I"$root/src" \
    -c "$root/src/sim/kernel_scalar.cpp" -o "$1" 2>/dev/null
}
link() {  # link OBJECT PROGRAM
  local modules="$build/src"
  g++ "$build"/tests/unit/sim/CMakeFiles/mechanisms_test.dir/mechanisms_*_test.cpp.o "$1" \
    "$modules/sim/libsyn_sim.a" "$modules/catalogue/libsyn_catalogue.a" \
    "$modules/base/libsyn_base.a" -lgmock -lgtest -lgtest_main -ltbb -lspdlog -lfmt -lcrypto \
    -o "$2"
}
dies() { ! SYNAPTARIUM_HOME=$root "$1" --gtest_brief=1 --gtest_fail_fast >/dev/null 2>&1; }

compile "$work/same.o"
link "$work/same.o" "$work/same"
if dies "$work/same"; then
  echo "the unchanged equations fail their own test" >&2
  exit 2
fi

tried=0 killed=0 number=0
for file in "$root"/src/sim/equations/*.h; do
  name=$(basename "$file")
  case $name in step_rule.h | week.h) continue ;; esac  # kernel_test holds them to analytic solutions
  lines=$(wc -l <"$file")
  for ((line = 1; line <= lines; ++line)); do
    text=$(sed -n "${line}p" "$file")
    case $text in *//* | '#'* | *'for ('* | '') continue ;; esac
    last=$text
    for change in "${changes[@]}"; do
      changed=$(sed -E "$change" <<<"$text")
      if [ "$changed" = "$text" ] || [ "$changed" = "$last" ]; then continue; fi
      last=$changed
      if [ -n "$seed" ]; then turn=$RANDOM; else turn=$number; fi
      number=$((number + 1))
      if ((turn % every != 0)); then continue; fi
      mkdir -p "$work/changed/sim/equations"
      sed -E "${line}${change}" "$file" >"$work/changed/sim/equations/$name"
      if compile "$work/changed.o" "$work/changed" && link "$work/changed.o" "$work/changed.test"; then
        tried=$((tried + 1))
        if dies "$work/changed.test"; then
          killed=$((killed + 1))
        else
          printf 'survives  %s:%d  %s\n' "$name" "$line" "${changed#"${changed%%[![:space:]]*}"}"
        fi
      fi
      rm -rf "$work/changed"
    done
  done
done
printf '%d of %d mutants die\n' "$killed" "$tried"
[ "$killed" -eq "$tried" ]
