# How far a step of ./dev is, shown while it runs. Sourced by ../dev.
# shellcheck shell=bash

# Seconds between two plain lines where no terminal can redraw one.
plain_interval=${DEV_PROGRESS_SECONDS:-30}

# Seconds from the end of the running step to the first picture; empty when none is on the way.
picture_after=""

in_words() {
  if [ "$1" -lt 100 ]; then printf '%d s' "$1"; else printf '%d min' $((($1 + 30) / 60)); fi
}

# last_line LOG PATTERN: the last line of a log, still being written, that matches.
last_line() { tail -n 200 "$1" 2>/dev/null | grep -aE "$2" | tail -n 1 || true; }

# read_position STEP LOG: sets phase, percent (empty while unknown) and detail from what apt
# (APT::Status-Fd), ninja (NINJA_STATUS) and ctest write.
read_position() {
  local line
  percent="" detail=""
  case $1 in
    packages)
      phase="Installing packages"
      line=$(last_line "$2" '^(dl|pm)status:')
      if [[ $line =~ ^(dl|pm)status:(.*):([0-9]+)[0-9.]*:(.*)$ ]]; then
        [ "${BASH_REMATCH[1]}" = dl ] && phase="Downloading packages"
        percent=${BASH_REMATCH[3]} detail=${BASH_REMATCH[4]%% (*}
      fi
      ;;
    build-*)
      phase="Building"
      line=$(last_line "$2" '^\[[0-9]+/[0-9]+\] ')
      if [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (.*)$ ]]; then
        percent=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
        detail="${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}, ${BASH_REMATCH[3]##*/}"
        detail=${detail%.o}
      fi
      ;;
    test | check-*)
      phase="Testing"
      line=$(last_line "$2" '^ *[0-9]+/[0-9]+ Test ')
      if [[ $line =~ ^\ *([0-9]+)/([0-9]+)\ Test ]]; then
        percent=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
        detail="${BASH_REMATCH[1]} of ${BASH_REMATCH[2]} tests, $(grep -acE '\*\*\*[A-Z]' "$2") failed"
      fi
      ;;
    configure-*) phase="Configuring" ;;
    package) phase="Packing" ;;
    *) phase="Step $1" ;;
  esac
}

# position_line SECONDS: what is done and how long the rest takes at the pace of the last SECONDS.
position_line() {
  local left
  printf '%s' "$phase"
  [ -n "$percent" ] || return 0
  printf ': %d %% (%s)' "$percent" "$detail"
  [ "$1" -ge 5 ] && [ "$percent" -ge 2 ] && [ "$percent" -lt 100 ] || return 0
  left=$(($1 * (100 - percent) / percent))
  printf ', %s left' "$(in_words "$left")"
  [ -z "$picture_after" ] || printf ', first picture in %s' "$(in_words $((left + picture_after)))"
}

# Whether one line can be drawn again and again.
can_redraw() { [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; }

clear_progress() { if can_redraw; then printf '\r\033[K'; fi; }

# show_progress STEP LOG: tells until it is killed. Steps of less than two seconds go unmentioned.
show_progress() {
  local phase="" percent="" detail="" before="" columns=80 line
  local phase_began=$SECONDS next_line=$((SECONDS + 2))
  can_redraw && read -r _ columns < <(stty size <&1) && [ "$columns" -gt 20 ] || columns=80
  while sleep 0.5 >/dev/null; do
    [ "$SECONDS" -ge "$next_line" ] || continue
    read_position "$@"
    [ "$phase" = "$before" ] || phase_began=$SECONDS before=$phase
    line=$(position_line $((SECONDS - phase_began)))
    if can_redraw; then
      printf '\r\033[K%s' "${line:0:columns-1}"
    else
      printf '%s\n' "$line"
      next_line=$((SECONDS + plain_interval))
    fi
  done
}

# end_progress STEP SECONDS: what remains to be read of a step that went well.
end_progress() {
  local phase="" percent="" detail=""
  [ "$2" -ge 2 ] || return 0
  read_position "$1" /dev/null
  printf '%s: done in %s\n' "$phase" "$(in_words "$2")"
}
