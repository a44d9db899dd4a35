# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module PuppetX
  module Cmdm
    # Steps and outcomes as a line for people; key paths only, never values.
    module Words
      DONE = { 'install' => 'installed', 'replace' => 'replaced', 'remove' => 'removed', 'migrate' => 'migrated',
               'wait' => 'migrated' }.freeze
      ROUTES = { 'mdm' => ' by MDM', 'local' => ' by the profiles tool' }.freeze

      module_function

      # What was done with a step.
      def change(step, outcome)
        route = ROUTES.fetch(step['route'], '')
        return "queued#{route}, #{outcome['text']}" if outcome['outcome'] == 'pending'

        differing = keys(step).map { |line| ", #{line}" }.join
        "#{DONE.fetch(step['action'], step['action'])}#{route}#{differing}#{told(outcome)}"
      end

      # What would be done.
      def intention(step)
        idle?(step) ? refusal(step) : "would #{step['action']}#{plan(step)}"
      end

      # How and why.
      def plan(step)
        "#{ROUTES.fetch(step['route'], '')}: #{idle?(step) ? refusal(step) : difference(step)}"
      end

      # Whether there is nothing that could be sent.
      def idle?(step)
        %w[blocked wait].include?(step['action'])
      end

      # Whether there is something to carry out; what waits for a probe is migrated by the run that sends it.
      def work?(step)
        step['reason']['code'] == 'after-probe' || !%w[keep blocked wait].include?(step['action'])
      end

      def difference(step)
        lines = keys(step)
        lines.empty? ? step['reason']['text'] : lines.join('; ')
      end

      # Why a step cannot be taken.
      def refusal(step)
        step['error'] ? ::Cmdm::HelperError.of(step['error']).message : step['reason']['text']
      end

      # Why an outcome fails its resource, or nil.
      def failure(outcome, on_pending)
        case outcome['outcome']
        when 'failed' then ::Cmdm::HelperError.of(outcome['error']).message
        when 'skipped' then "skipped: #{outcome['text']}"
        when 'pending' then outcome['text'] if on_pending == :fail
        end
      end

      def keys(step)
        step['changes'].group_by { |change| change['payloadType'] }.map do |type, changes|
          names = changes.map { |change| change['keyPath'] }.join(', ')
          "#{"#{type}: " unless type.empty?}#{names} #{changes.size == 1 ? 'differs' : 'differ'}"
        end
      end

      def told(outcome)
        outcome['text'].empty? ? '' : "; #{outcome['text']}"
      end
    end
  end
end
