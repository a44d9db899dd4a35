# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# What a world of the demo starts with. Sourced; $CMDM_DEMO is a fresh folder that is removed in the end.
: "${CMDM_DEMO:?run script/demo}"

heading() {
  if [ -t 1 ]; then printf '\n\033[1m== %s\033[0m\n' "$*"; else printf '\n== %s\n' "$*"; fi
}

# use_mac ROOT: from here on Apple's tools are the stand-ins below ROOT, and the state lies beside them. Ends the
# world where ROOT is no simulated Mac, so that the real profiles tool is never met.
use_mac() {
  mac=$(cd "$1" 2>/dev/null && pwd -P) || mac=''
  case $mac in
    "$CMDM_DEMO"/*) ;;
    *)
      echo "demo: $1 is no simulated Mac of this demo" >&2
      exit 77
      ;;
  esac
  if [ ! -x "$mac/usr/bin/profiles" ]; then
    echo "demo: $1 has no stand-in for the profiles tool" >&2
    exit 77
  fi
  export CMDM_MAC_ROOT="$mac" CMDM_STATE_DIR="$CMDM_DEMO/state/${mac##*/}"
  mkdir -p "$CMDM_STATE_DIR"
}
