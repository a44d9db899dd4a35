# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# The suites of script/test, in the order in which they start. CONTRIBUTING.md says how to add one.
#
#   suite NAME, in: GROUP, run: COMMAND,
#     [gems: SET or SETS, tools: COMMANDS, dir: FOLDER, jars: :needed, counts: HOW, limit: SECONDS]

suite 'java', in: :check, run: 'mvn -q -B -DskipITs verify', tools: %w[mvn], jars: :built, counts: surefire
other_jdks.each do |home|
  command = "mvn -q -B -Dspotless.check.skip=true -Djvm=#{home}/bin/java test"
  suite "java on #{File.basename(home)}", in: :e2e, run: command, tools: %w[mvn], jars: :needed, counts: surefire
end
suite 'shellcheck', in: :check, run: 'script/lint-shell', tools: %w[shellcheck git]
suite 'fingerprint vectors', in: :ruby, run: 'ruby spec/contract/fingerprint/check.rb'
suite 'rubocop', in: :ruby, gems: 'openvox8', run: 'rubocop'
suite 'script specs', in: :ruby, gems: 'openvox8', dir: 'script', run: 'rspec', counts: rspec
suite 'generated ruby', in: :ruby, run: 'script/generate --check'
suite 'cookstyle', in: :ruby, gems: 'chef18', dir: 'chef-cookbook/cmdm', run: 'cookstyle .'
suite 'kitchen chef18', in: :e2e, gems: 'chef18', run: 'spec/e2e/chef/kitchen chef18', tools: %w[java], jars: :needed
suite 'kitchen chef19', in: :e2e, gems: %w[chef18 chef19], run: 'spec/e2e/chef/kitchen chef19', tools: %w[java],
                        jars: :needed
failsafe = 'org.apache.maven.plugins:maven-failsafe-plugin:3.6.1'
suite 'command line', in: :e2e, jars: :needed, tools: %w[mvn java], counts: surefire,
                      run: 'mvn -q -B -Dspotless.check.skip=true -pl jvm-helper/core,jvm-helper/cli test-compile ' \
                           "#{failsafe}:integration-test #{failsafe}:verify"
