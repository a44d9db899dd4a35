# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'chefspec'
require 'tmpdir'

# No example may meet a real Mac: the helper is always a double.
raise 'these specs never run as root on a Mac' if RUBY_PLATFORM.include?('darwin') && Process.uid == 0

FIXTURES = File.expand_path('../test/fixtures/cookbooks', __dir__)
ENV['CMDM_MAC_ROOT'] ||= Dir.mktmpdir
ENV['CMDM_STATE_DIR'] ||= Dir.mktmpdir

# Answers in place of the helper, and keeps what it was asked.
module HelperDouble
  def step(identifier, action, **more)
    { 'id' => identifier, 'identifier' => identifier, 'scope' => 'system', 'action' => action, 'route' => 'mdm',
      'reason' => { 'code' => 'missing', 'text' => 'not on this Mac' }, 'changes' => [] }.merge(more.transform_keys(&:to_s))
  end

  def outcome(identifier, word, text = '', error = nil)
    { 'step' => identifier, 'outcome' => word, 'text' => text, 'error' => error }.compact
  end

  def answer(steps, outcomes = [], enrollment: 'user-approved', findings: [])
    { 'device' => { 'enrollment' => enrollment }, 'plan' => { 'digest' => '', 'steps' => steps }, 'outcomes' => outcomes,
      'findings' => findings }
  end

  def helper_answers(*answers)
    @asked = []
    @session = instance_double('Cmdm::Session', close: nil)
    allow(@session).to receive(:request) do |operation, fields|
      @asked << [operation, fields]
      given = answers.size > 1 ? answers.shift : answers.first
      given.is_a?(Exception) ? raise(given) : given
    end
  end

  # Libraries exist once the cookbook is loaded, so the double is put in place by the recipe's first resource.
  def use_double
    session = @session
    allow(Cmdm::Session).to receive(:new) { |*| session }
    allow(Cmdm::Helper).to receive(:path).and_return('/helper')
  end
end

RSpec.configure do |config|
  config.cookbook_path = [File.expand_path('../..', __dir__), FIXTURES]
  config.file_cache_path = Dir.mktmpdir
  config.log_level = :fatal
  config.include HelperDouble
end

Dir[File.expand_path('../libraries/cmdm_*.rb', __dir__)].sort.each { |file| require file }
