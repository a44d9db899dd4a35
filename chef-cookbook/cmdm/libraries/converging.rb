# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module CmdmCookbook
  # What the actions of macos_profile and macos_profiles share: one request to the helper, told as Chef tells changes.
  module Converging
    # @param desired [Hash] desired state in the contract's form
    # @param options [Hash] options beyond those of node['cmdm']
    def converge_profiles(desired, options = {})
      run = Run.of(run_context)
      plan_only = whyrun_mode? || run.settings.audit?
      result = run.waiting { |left| run.request(plan_only ? 'plan' : 'apply', fields(run, desired, options, left)) }
      plan_only ? tell_plan(run, result) : tell_outcomes(result)
      tell_findings(result)
    rescue Cmdm::HelperError => e
      trouble(e.error_class, e.message)
    rescue Cmdm::Error => e
      trouble('configuration', e.message)
    end

    # Declares with the block's value; a profile that cannot be declared is one failure, and nil.
    def declaring(identifier)
      yield Declaration.new(run_context, new_resource)
    rescue Cmdm::Error, Chef::Exceptions::FileNotFound, Chef::Exceptions::CookbookNotFound, SystemCallError => e
      trouble('bad-value', "#{identifier}: #{e.message.lines.first.to_s.strip}")
      nil
    end

    # Tells of trouble: in why-run and where settings say so by a warning, else as a failure of the whole run.
    def trouble(error_class, line)
      run = Run.of(run_context)
      if whyrun_mode? || run.settings.only_warned?(error_class, new_resource.on_unavailable)
        Chef::Log.warn("cmdm: #{new_resource}: #{line}")
      else
        tell("failed #{line}")
        run.failed("#{new_resource}: #{line}")
      end
    end

    private

    def fields(run, desired, options, left)
      base = { 'mode' => run.settings.mode, 'waitSeconds' => left, 'removalLimit' => run.settings.removal_limit }
      { 'desired' => desired, 'options' => base.merge(options.compact) }
    end

    def tell_plan(run, result)
      result['plan']['steps'].each do |step|
        next if step['action'] == 'keep'

        line = Lines.planned(step)
        whyrun_mode? ? converge_by(line) {} : tell("#{run.settings.mode}: #{line}")
      end
    end

    def tell_outcomes(result)
      outcomes = result['outcomes'].map { |outcome| [outcome['step'], outcome] }.to_h
      steps = result['plan']['steps'].map { |step| [step['id'], step] }.to_h
      (outcomes.keys - steps.keys).each { |id| steps[id] = Lines.sent_earlier(id) }
      steps.each { |id, step| tell_step(step, outcomes[id] || {}) }
      tell_troubles(steps, outcomes, result['device'])
    end

    def tell_step(step, outcome)
      case outcome['outcome']
      when 'done' then converge_by(Lines.done(step, outcome)) {}
      when 'pending' then tell(Lines.pending(step, outcome))
      else tell(Lines.planned(step)) if step['action'] == 'wait' && outcome['outcome'] != 'failed'
      end
    end

    # Profiles that fail for the same reason share a line.
    def tell_troubles(steps, outcomes, device)
      wrong = steps.values.select { |step| wrong?(step, outcomes[step['id']]) }
      reasons = wrong.group_by { |step| [class_of(step, outcomes[step['id']], device), Lines.problem(step, outcomes[step['id']])] }
      reasons.each { |(kind, reason), all| trouble(kind, "#{all.map { |step| Lines.name(step) }.join(', ')}: #{reason}") }
    end

    def wrong?(step, outcome)
      word = outcome ? outcome['outcome'] : { 'blocked' => 'failed', 'wait' => 'pending' }[step['action']]
      word == 'failed' || (word == 'pending' && Run.of(run_context).settings.pending_fails?(new_resource.on_pending))
    end

    def class_of(step, outcome, device)
      error = (outcome && outcome['error']) || step['error']
      return error['class'] if error

      step['reason']['code'] == 'no-route' && device['enrollment'] == 'none' ? 'mdm-not-enrolled' : 'blocked'
    end

    # A line under the resource that is no update of it.
    def tell(line)
      run_context.events.resource_update_applied(new_resource, action, [line])
    end

    # A warning about a profile that is in place was given when it came.
    def tell_findings(result)
      settled = result['plan']['steps'].select { |step| step['action'] == 'keep' }.map { |step| step['identifier'] }
      result['findings'].each do |finding|
        quiet = finding['severity'] != 'warning' || settled.include?(finding['identifier'])
        quiet ? Chef::Log.debug(Lines.finding(finding)) : Chef::Log.warn(Lines.finding(finding))
      end
    end
  end
end
