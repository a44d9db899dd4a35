# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# The suites of script/test, in the order in which they start. CONTRIBUTING.md says how to add one.
#
#   suite NAME, in: GROUP, run: COMMAND,
#     [gems: SET or SETS, tools: COMMANDS, dir: FOLDER, jars: :needed, counts: HOW, limit: SECONDS, shows: PAGE]

suite 'java', in: :check, run: 'mvn -q -B -DskipITs verify', tools: %w[mvn openssl], jars: :built, counts: surefire,
              limit: 1800
other_jdks.each do |home|
  command = "mvn -q -B -Dspotless.check.skip=true -Djvm=#{home}/bin/java test"
  suite "java on #{File.basename(home)}", in: :e2e, run: command, tools: %w[mvn], jars: :needed, counts: surefire
end
suite 'shellcheck', in: :check, run: 'script/lint-shell', tools: %w[shellcheck git]
suite 'fingerprint vectors', in: :ruby, run: 'ruby spec/contract/fingerprint/check.rb'
suite 'rubocop', in: :ruby, gems: 'openvox8', run: 'rubocop'
suite 'script specs', in: :ruby, gems: 'openvox8', dir: 'script', run: 'rspec', counts: rspec
suite 'generated ruby', in: :ruby, run: 'script/generate --check'
suite 'cookstyle', in: :ruby, gems: 'chef18', dir: 'chef-cookbook/cmdm', run: 'cookstyle -c cookstyle.yml .'
suite 'kitchen chef18', in: :e2e, gems: 'chef18', run: 'spec/e2e/chef/kitchen chef18', tools: %w[java], jars: :needed
suite 'kitchen chef19', in: :e2e, gems: %w[chef18 chef19], run: 'spec/e2e/chef/kitchen chef19', tools: %w[java],
                        jars: :needed
suite 'ruby client', in: :ruby, gems: 'chef18', dir: 'jvm-helper/ruby-client', run: 'rspec', counts: rspec
suite 'module specs openvox8', in: :ruby, gems: 'openvox8', dir: 'puppet-module/cmdm', run: 'rspec', counts: rspec
suite 'module specs puppet8', in: :ruby, gems: 'puppet8', dir: 'puppet-module/cmdm', run: 'rspec', counts: rspec
suite 'puppet-lint', in: :ruby, gems: 'openvox8', dir: 'puppet-module/cmdm',
                     run: 'puppet-lint --fail-on-warnings manifests types'
suite 'metadata-json-lint', in: :ruby, gems: 'openvox8', dir: 'puppet-module/cmdm',
                            run: 'metadata-json-lint --strict-license metadata.json'
suite 'puppet apply openvox8', in: :e2e, gems: 'openvox8', dir: 'spec/e2e/puppet', run: 'rspec', tools: %w[java],
                               jars: :needed, counts: rspec
suite 'puppet apply puppet8', in: :e2e, gems: 'puppet8', dir: 'spec/e2e/puppet', run: 'rspec', tools: %w[java],
                              jars: :needed, counts: rspec
suite 'puppet apply debian', in: :e2e, gems: 'openvox8', dir: 'spec/e2e/puppet', tools: %w[java puppet],
                             run: 'env CMDM_TEST_PUPPET=/usr/bin/puppet rspec', jars: :needed, counts: rspec
suite 'chef-client', in: :e2e, gems: 'chef18', run: 'spec/e2e/chef/run-specs', tools: %w[java ps], jars: :needed,
                     counts: rspec
suite 'cookbook chef18', in: :ruby, gems: 'chef18', dir: 'chef-cookbook/cmdm', run: 'rspec', counts: rspec
suite 'cookbook chef19', in: :ruby, gems: 'chef19', dir: 'chef-cookbook/cmdm', run: 'rspec', counts: rspec
suite 'demo', in: :e2e, run: 'ruby spec/e2e/demo/check.rb', tools: %w[java puppet], jars: :needed, counts: closing_line
plugin = 'org.apache.maven.plugins:maven-failsafe-plugin:3.6.1'
suite 'command line', in: :e2e, jars: :needed, tools: %w[mvn java], counts: failsafe, limit: 1800,
                      shows: 'docs/conformance.md',
                      run: 'mvn -q -B -Dspotless.check.skip=true -pl jvm-helper/core,jvm-helper/cli test-compile ' \
                           "#{plugin}:integration-test #{plugin}:verify"
