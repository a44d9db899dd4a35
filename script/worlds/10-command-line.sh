# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# The main job by the command line: a simulated Mac through a simulated MicroMDM.
. script/lib/world.sh

cp -R spec/e2e/profiles "$world/profiles"
start_simulator micromdm mac1 <<'JSON'
{"servers": [{"name": "micromdm", "product": "micromdm", "apiKey": "demo-password"}],
 "macs": [{"name": "mac1", "serial": "C02XK1ABCDEF", "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
           "macos": "15.1", "asUid": 0, "enrollment": {"server": "micromdm", "approval": "user-approved"}}]}
JSON
export CMDM_MDM_PRODUCT=micromdm CMDM_MDM_URL="$url" CMDM_MDM_CREDENTIAL="file:$world/credential"
export CMDM_CREDENTIAL_ON_DEVICE=true

cmdm() { jvm-helper/cli/target/bin/cmdm "$@"; }

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
