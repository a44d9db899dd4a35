# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'fileutils'
require 'json'
require 'net/http'
require 'open3'
require 'timeout'
require 'tmpdir'

# A simulated Mac that is enrolled in a simulated NanoMDM, and puppet apply on it. The Puppet is the one that
# CMDM_TEST_PUPPET names, or the gem set's. Everything lies in a fresh folder; Apple's real tools are never met.
class World
  ROOT = File.expand_path('../../../..', __dir__)
  HELPER = File.join(ROOT, 'jvm-helper/cli/target/bin/cmdm')
  PASSWORD = 'canary-S3cret/+key"<~'
  MAC = { name: 'mac1', serial: 'C02XK1ABCDEF', udid: '8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8', macos: '15.1', asUid: 0,
          enrollment: { server: 'nanomdm', approval: 'user-approved' },
          checkInDelaySeconds: [0.2, 0.5], listingLagSeconds: 0.1 }.freeze
  NOISE = /Facter: Permission denied/.freeze

  # What puppet apply printed and ended with.
  Result = Struct.new(:text, :exit)

  attr_reader :folder

  def initialize(mac = {})
    @folder = File.realpath(Dir.mktmpdir('cmdm-puppet'))
    @state = File.join(folder, 'state')
    FileUtils.mkdir(@state, mode: 0o700)
    File.write(path('world.json'), JSON.generate(servers: [server], macs: [MAC.merge(mac)]))
    File.write(path('credential'), PASSWORD, perm: 0o600)
    start
  end

  def path(*names)
    File.join(folder, *names)
  end

  # @param body [String] what follows the class
  # @param settings [Hash] what the class gets instead of, or beside, what reaches the simulated MDM
  def apply(body, *flags, settings: {})
    manifest = path('site.pp')
    File.write(manifest, "class { 'cmdm': #{attributes(settings)} }\n#{body}\n")
    run(['apply', '--detailed-exitcodes', *flags, manifest])
  end

  def run(arguments)
    folders = %w[conf var public].map { |name| ["--#{name}dir", path(name)] }.flatten
    command = [*puppet, arguments.first, '--color=false', *folders, '--lastrunfile', path('summary.yaml'),
               '--reports', 'store', '--modulepath', File.join(ROOT, 'puppet-module'), *arguments.drop(1)]
    text, status = Open3.capture2e(environment, *command)
    Result.new(text.lines.grep_v(NOISE).join, status.exitstatus)
  end

  # Commands that were queued at the MDM.
  def enqueued
    log = path('simulator/servers/nanomdm/requests.log')
    File.exist?(log) ? File.readlines(log).grep(%r{ /v1/enqueue/}) : []
  end

  def installed
    JSON.parse(Net::HTTP.get(control('/macs/mac1')))['profiles'].map { |profile| profile['identifier'] } -
      ['com.github.micromdm.nanomdm']
  end

  def faults(faults)
    answer = Net::HTTP.start(control('').host, control('').port) do |http|
      http.send_request('PUT', '/macs/mac1/faults', JSON.generate(faults), 'Content-Type' => 'application/json')
    end
    raise answer.body unless answer.is_a?(Net::HTTPSuccess)
  end

  def check_in
    Net::HTTP.post(control('/macs/mac1/check-in'), '')
  end

  # Looks again and again; 30 s only catch what hangs.
  def wait_until
    Timeout.timeout(30) { sleep 0.1 until yield }
  end

  def stop
    @input.close
    @waiter.value
    FileUtils.rm_rf(folder)
  end

  private

  def server
    { name: 'nanomdm', product: 'nanomdm', storage: 'filekv', apiKey: PASSWORD }
  end

  def start
    jar = File.join(ROOT, 'spec/simulator/target/cmdm-simulator.jar')
    @input, output, @waiter = Open3.popen2('java', '-jar', jar, 'run', '--dir', path('simulator'), '--world',
                                           path('world.json'))
    @ready = JSON.parse(output.gets || raise('the simulator did not start'))
  end

  def control(path)
    URI.parse("#{@ready['control']}#{path}")
  end

  def attributes(settings)
    { 'mdm_product' => "'nanomdm'", 'mdm_url' => "'#{@ready['servers']['nanomdm']['url']}'",
      'mdm_credential' => "'file:#{path('credential')}'", 'credential_on_device' => 'true', 'wait_seconds' => '30',
      'helper' => "'#{HELPER}'" }
      .merge(settings).map { |name, value| "#{name} => #{value}" }.join(', ')
  end

  def puppet
    ENV.fetch('CMDM_TEST_PUPPET', 'puppet').split
  end

  def environment
    bundled = ENV['CMDM_TEST_PUPPET'] ? ENV.keys.grep(/\A(RUBYOPT|RUBYLIB|GEM_.*|BUNDLE.*)\z/) : []
    own = bundled.map { |name| [name, nil] }
    own.to_h.merge('CMDM_MAC_ROOT' => @ready['macs']['mac1']['root'], 'CMDM_STATE_DIR' => @state,
                   'CMDM_HELPER' => HELPER, 'FACTER_kernel' => 'Darwin')
  end
end
