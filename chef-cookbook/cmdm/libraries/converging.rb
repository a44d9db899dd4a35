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
      plan_only ? tell_plan(run, result) : tell_outcomes(run, result)
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

    def trouble(error_class, line)
      tell("failed #{line}") unless whyrun_mode?
      whyrun_mode? ? Chef::Log.warn("cmdm: #{line}") : Run.of(run_context).trouble(error_class, "#{new_resource}: #{line}")
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

    def tell_outcomes(run, result)
      outcomes = result['outcomes'].map { |outcome| [outcome['step'], outcome] }.to_h
      steps = result['plan']['steps'].map { |step| [step['id'], step] }.to_h
      (steps.keys | outcomes.keys).each do |id|
        step = steps[id] || { 'id' => id, 'action' => 'keep', 'route' => 'none', 'reason' => { 'text' => 'sent earlier' } }
        tell_step(step, outcomes[id], result['device'])
      end
    end

    def tell_step(step, outcome, device)
      case outcome && outcome['outcome']
      when 'done' then converge_by(Lines.done(step, outcome)) {}
      when 'pending' then tell(Lines.pending(step, outcome))
      when 'failed' then trouble(outcome['error']['class'], Lines.failed(step, outcome))
      else tell_undone(step, device)
      end
    end

    def tell_undone(step, device)
      case step['action']
      when 'blocked' then trouble(class_of(step, device), Lines.failed(step))
      when 'wait' then tell(Lines.planned(step))
      end
    end

    def class_of(step, device)
      return step['error']['class'] if step['error']

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
