# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# The main job by Chef: a simulated Mac through a simulated MicroMDM.
# needs: chef18
. script/lib/world.sh

mkdir -p "$world/cookbooks"
start_simulator micromdm mac2 <<'JSON'
{"servers": [{"name": "micromdm", "product": "micromdm", "apiKey": "demo-password"}],
 "macs": [{"name": "mac2", "serial": "C02XK2ABCDEF", "udid": "1F0A7C52-9E0B-4B6D-8C3A-2D5E6F708192",
           "macos": "15.1", "asUid": 0, "enrollment": {"server": "micromdm", "approval": "user-approved"}}]}
JSON

# The cookbook of the tests makes the node a Mac and holds the files; the recipe is the demo's own.
cp -R chef-cookbook/cmdm/test/fixtures/cookbooks/cmdm_test "$world/cookbooks/acme"
sed 's/cmdm_test/acme/' chef-cookbook/cmdm/test/fixtures/cookbooks/cmdm_test/metadata.rb \
  >"$world/cookbooks/acme/metadata.rb"
recipe="$world/cookbooks/acme/recipes/default.rb"
cat >"$recipe" <<'RUBY'
macos_profiles 'com.acme' do
  complete true
  profiles(
    'com.acme.screensaver' => 'screensaver.mobileconfig',
    'com.acme.finder' => 'finder-signed.mobileconfig',
    'com.acme.dock' => {
      'PayloadType' => 'Configuration', 'PayloadVersion' => 1, 'PayloadIdentifier' => 'com.acme.dock',
      'PayloadUUID' => '3C9B9C4E-7A59-4F6B-9C0E-0D3B4C1F7A11', 'PayloadScope' => 'System',
      'PayloadContent' => [
        { 'PayloadType' => 'com.apple.dock', 'PayloadVersion' => 1, 'PayloadIdentifier' => 'com.acme.dock.dock',
          'PayloadUUID' => '5A0D2E3F-1B5C-4B57-8F0E-9C7D8E6F5A22', 'tilesize' => 48 },
      ]
    }
  )
end
RUBY
cat >"$world/client.rb" <<RUBY
cookbook_path ['$PWD/chef-cookbook', '$world/cookbooks']
chef_repo_path '$world/chef'
cache_path '$world/chef/cache'
node_name 'mac2'
minimal_ohai true
log_level :fatal
RUBY
export CMDM_TEST_URL="$url" CMDM_TEST_CREDENTIAL="file:$world/credential"
export CMDM_HELPER="$PWD/jvm-helper/cli/target/bin/cmdm" CHEF_LICENSE=accept-no-persist

# RubyGems' remarks about its own versions go to a file, which is shown should Chef fail. At each request in local mode
# Chef says that it found no key, which it does not need; those lines are left out.
chef_client() {
  if ! script/with-gems chef18 chef-client --local-mode --config "$world/client.rb" --override-runlist acme "$@" \
    >"$world/chef.out" 2>"$world/chef.err"; then
    cat "$world/chef.out" "$world/chef.err" >&2
    return 1
  fi
  sed '/^No key detected$/d' "$world/chef.out" | cat -s
}

heading 'Chef, MicroMDM: it runs with credential_on_device: true, as a lab does'
cat "$recipe"
heading "Chef: the Mac's listing before"
listing
heading 'Chef: chef-client --why-run'
chef_client --why-run
heading 'Chef: chef-client'
chef_client
heading 'Chef: the requests sent'
sent
heading "Chef: the Mac's listing after"
listing
heading 'Chef: chef-client, the second run'
chef_client
sed -n 's|.*complete, \([0-9]*\)/[0-9]* resources updated.*|\1 changes|p' "$world/chef.out"
heading 'Chef: the requests sent by the second run'
sent
heading 'Chef: chef-client, the screen saver dropped from the recipe'
sed -i.before '/com.acme.screensaver/d' "$recipe"
chef_client
heading 'Chef: the requests sent'
sent
heading "Chef: the Mac's listing in the end"
listing
