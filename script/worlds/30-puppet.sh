# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# The main job by Puppet: a second simulated Mac through a simulated NanoMDM. Debian's own Puppet, or that of a gem set.
. script/lib/world.sh

start_simulator nanomdm mac2 <<'JSON'
{"servers": [{"name": "nanomdm", "product": "nanomdm", "storage": "filekv", "apiKey": "demo-password"}],
 "macs": [{"name": "mac2", "serial": "C02XK2ABCDEF", "udid": "0E1D2C3B-4A59-4687-9786-A5B4C3D2E1F0",
           "macos": "26.0", "asUid": 0, "enrollment": {"server": "nanomdm", "approval": "automated"}}]}
JSON

declare_profile() { # ENSURE: the manifest as a person would write it
  cat >"$world/site.pp" <<PP
class { 'cmdm':
  mdm_product          => 'nanomdm',
  mdm_url              => '$url',
  mdm_credential       => 'file:$world/credential',
  credential_on_device => true,
  helper               => '$PWD/jvm-helper/cli/target/bin/cmdm',
}
macos_profile { 'com.acme.dock':
  ensure  => $1,
  content => {
    'PayloadDisplayName' => 'Dock',
    'PayloadContent'     => [{ 'PayloadType' => 'com.apple.dock', 'PayloadIdentifier' => 'com.acme.dock.settings',
                               'PayloadVersion' => 1, 'orientation' => 'left', 'tilesize' => 48 }],
  },
}
PP
}
puppet_program() { # Debian's own, or the first gem set's that is there
  if command -v puppet >/dev/null 2>&1; then
    puppet "$@"
  elif script/with-gems openvox8 true 2>/dev/null; then
    script/with-gems openvox8 puppet "$@"
  else
    script/with-gems puppet8 puppet "$@"
  fi
}
# What it ended with stands in $ended: 0 nothing changed, 2 changes.
run_puppet() {
  ended=0
  FACTER_kernel=Darwin puppet_program apply --color=false --confdir "$world/conf" --vardir "$world/var" \
    --publicdir "$world/public" --lastrunfile "$world/summary.yaml" \
    --modulepath puppet-module --detailed-exitcodes "$@" "$world/site.pp" 2>"$world/puppet.err" || ended=$?
  grep -v 'Facter: Permission denied' "$world/puppet.err" >&2 || true
  case $ended in 0 | 2) ;; *) exit 1 ;; esac
}
changes() { # counted out of Puppet's own summary of its last run
  ruby -ryaml -e 'puts "#{YAML.safe_load(File.read(ARGV.first)).fetch("changes").fetch("total")} changes"' \
    "$world/summary.yaml"
}

heading 'Puppet, NanoMDM: it runs with credential_on_device: true, as a lab does'
heading "Puppet: the Mac's listing before"
listing
declare_profile present
heading 'Puppet: puppet apply --noop, the plan'
run_puppet --noop
heading 'Puppet: the requests sent by the plan'
sent
heading 'Puppet: puppet apply'
run_puppet
heading 'Puppet: the requests sent'
sent
heading "Puppet: the Mac's listing after"
listing
heading 'Puppet: puppet apply, the second run'
run_puppet
sent
changes
declare_profile absent
heading 'Puppet: ensure => absent'
run_puppet
sent
listing
