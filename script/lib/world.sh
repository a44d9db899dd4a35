# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# What a world of the demo starts with. Sourced; $CMDM_DEMO is a fresh folder that is removed in the end.
: "${CMDM_DEMO:?run script/demo}"

# The folder of this world.
world="$CMDM_DEMO/$(basename "$0" .sh)"
mkdir -p "$world"

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

# start_simulator SERVER MAC: runs, until the world ends, the simulator with the server and the Mac that standard input
# tells of in JSON. From here on MAC is used, $url is where SERVER listens, its password lies in $world/credential, and
# sent shows what it was asked.
start_simulator() {
  cat >"$world/world.json"
  (umask 077 && printf 'demo-password' >"$world/credential")
  java -jar spec/simulator/target/cmdm-simulator.jar run --detach-stdin \
    --dir "$world/simulator" --world "$world/world.json" >"$world/simulator.out" 2>&1 &
  simulator=$!
  trap 'kill "$simulator" 2>/dev/null || true; wait "$simulator" 2>/dev/null || true' EXIT
  trap 'exit 130' INT TERM
  ready="$world/simulator/ready.json"
  while [ ! -f "$ready" ]; do
    if ! kill -0 "$simulator" 2>/dev/null; then
      cat "$world/simulator.out" >&2
      exit 1
    fi
    sleep 0.1
  done
  # shellcheck disable=SC2034 # worlds use it
  url=$(sed 's/.*"'"$1"'":{"url":"\([^"]*\)".*/\1/' "$ready")
  requests="$world/simulator/servers/$1/requests.log"
  seen=0
  use_mac "$world/simulator/macs/$2"
}

# The Mac's profiles, as Apple's tool lists them.
listing() { "$CMDM_MAC_ROOT/usr/bin/profiles" -P; }

# The requests that came since the last call.
sent() {
  tail -n "+$((seen + 1))" "$requests"
  seen=$(wc -l <"$requests")
}
