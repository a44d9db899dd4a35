# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative '../../../puppet_x/cmdm/puppet/run'
require_relative '../../../puppet_x/cmdm/puppet/words'

#   wait ──────────────▶ in sync, with a warning
#   keep ──────────────▶ in sync
#   install, remove ───▶ ensure ──┐
#   replace ───────────▶ uuid ────┼─▶ first one sends all ─▶ done │ pending (a change) │ failed
#   blocked ───────────▶ fails ◀──┘
Puppet::Type.type(:macos_profile).provide(:cmdm) do
  desc 'Keeps profiles through the cmdm helper.'
  confine kernel: 'Darwin'
  defaultfor kernel: 'Darwin'

  class << self
    attr_accessor :run

    # Raises where the Mac cannot be read; then Puppet skips every macos_profile.
    def prefetch(resources)
      close
      self.run = PuppetX::Cmdm::Run.new(resources.values)
      run.plan
      resources.each_value { |resource| resource.provider = new }
    rescue Cmdm::Error => e
      close
      raise Puppet::Error, e.message
    end

    # Every profile on the Mac; read once in a run.
    def instances
      (run || self.run = PuppetX::Cmdm::Run.new([])).installed.map do |profile|
        new(ensure: :present, identifier: profile['identifier'], name: profile['identifier'], uuid: profile['uuid'])
      end
    rescue Cmdm::Error => e
      raise Puppet::Error, e.message
    end

    # Called once, after all resources of the run.
    def post_resource_eval
      close
    end

    def close
      run&.close
      self.run = nil
    end
  end

  # @return [Symbol] what ensure compares
  def presence
    return @property_hash[:ensure] || :absent unless declared?
    return resource[:ensure] if at_rest?

    { 'install' => :absent, 'replace' => :present, 'migrate' => :present, 'remove' => :present }
      .fetch(step['action']) { found }
  end

  def uuid
    declared? ? :declared : @property_hash[:uuid]
  end

  def content
    nil
  end

  def create
    carry_out
  end

  def destroy
    carry_out
  end

  def uuid=(_declared)
    carry_out
  end

  # Whether what is installed is what is declared.
  def as_declared?
    !declared? || at_rest? || resource[:ensure] == :absent
  end

  # What differs, without values.
  def difference
    "another content (#{PuppetX::Cmdm::Words.difference(step)})"
  end

  # How it would be done and why.
  def plan_words
    PuppetX::Cmdm::Words.plan(step)
  end

  # What would be done, how and why.
  def intention
    PuppetX::Cmdm::Words.intention(step)
  end

  # What was done, for the event; nil before.
  def change_words
    @outcome && PuppetX::Cmdm::Words.change(step, @outcome)
  end

  private

  def run
    self.class.run
  end

  def declared?
    !run.nil? && run.planned? && !resource.nil? && !resource[:ensure].nil?
  end

  def step
    @step ||= run.step(resource)
  end

  # Whether nothing is to be done: in place, already asked for, or only to be warned of.
  def at_rest?
    return @rest unless @rest.nil?

    @rest = resting?
  end

  def resting?
    return unsent? if PuppetX::Cmdm::Words.work?(step)

    case step['action']
    when 'keep' then true
    when 'wait' then resource[:on_pending] == :ok && warned(step['reason']['text'])
    else blocked_at_rest?
    end
  end

  def blocked_at_rest?
    return false unless resource[:on_unavailable] == :warn && step['reason']['code'] == 'no-route'

    warned(PuppetX::Cmdm::Words.refusal(step))
  end

  def unsent?
    return warned("audit: #{PuppetX::Cmdm::Words.intention(step)}; nothing was sent") if run.audit?
    return false unless resource[:on_unavailable] == :warn && step['route'] == 'mdm' && !resource.noop?

    run.unavailable ? warned(run.unavailable) : false
  end

  # Warns of what is left as it is; always true.
  def warned(words)
    resource.warning(words)
    true
  end

  # Whether a blocked or waiting one is on the Mac.
  def found
    there = run.installed.any? do |profile|
      profile['identifier'] == resource[:identifier] && profile['user'] == resource[:user]
    end
    there ? :present : :absent
  end

  def carry_out
    raise Puppet::Error, PuppetX::Cmdm::Words.refusal(step) unless PuppetX::Cmdm::Words.work?(step)

    outcome = run.outcome(resource)
    failure = PuppetX::Cmdm::Words.failure(outcome, resource[:on_pending])
    raise Puppet::Error, failure if failure

    @outcome = outcome
  rescue Cmdm::Error => e
    raise Puppet::Error, e.message
  end
end
