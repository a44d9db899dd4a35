# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# The main job by the command line: a simulated Mac through a simulated MicroMDM.
. script/lib/world.sh

world="$CMDM_DEMO/command-line"
mkdir -p "$world"
cp -R spec/e2e/profiles "$world/profiles"
cat >"$world/world.json" <<'JSON'
{"servers": [{"name": "micromdm", "product": "micromdm", "apiKey": "demo-password"}],
 "macs": [{"name": "mac1", "serial": "C02XK1ABCDEF", "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
           "macos": "15.1", "asUid": 0, "enrollment": {"server": "micromdm", "approval": "user-approved"}}]}
JSON
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
url=$(sed 's/.*"micromdm":{"url":"\([^"]*\)".*/\1/' "$ready")
requests="$world/simulator/servers/micromdm/requests.log"
use_mac "$world/simulator/macs/mac1"
export CMDM_MDM_PRODUCT=micromdm CMDM_MDM_URL="$url" CMDM_MDM_CREDENTIAL="file:$world/credential"
export CMDM_CREDENTIAL_ON_DEVICE=true

cmdm() { jvm-helper/cli/target/bin/cmdm "$@"; }
listing() { "$CMDM_MAC_ROOT/usr/bin/profiles" -P; }
# The requests that came since the last call.
seen=0
sent() {
  tail -n "+$((seen + 1))" "$requests"
  seen=$(wc -l <"$requests")
}

heading 'Command line, MicroMDM: it runs with credential_on_device: true, as a lab does'
heading "Command line: the Mac's listing before"
listing
heading 'Command line: cmdm plan'
cmdm plan --complete com.acme "$world/profiles"
heading 'Command line: cmdm apply'
cmdm apply --complete com.acme "$world/profiles"
heading 'Command line: the requests sent'
sent
heading "Command line: the Mac's listing after"
listing
heading 'Command line: cmdm apply, the second run'
cmdm apply --complete com.acme "$world/profiles"
heading 'Command line: the requests sent by the second run'
sent
heading 'Command line: a profile dropped from the folder'
rm "$world/profiles/printing.mobileconfig"
cmdm apply --complete com.acme "$world/profiles"
sent
listing
