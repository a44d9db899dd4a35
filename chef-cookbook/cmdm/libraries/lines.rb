# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module CmdmCookbook
  # A plan and its outcomes in words, a line for each step that is not simply in place. No value of a profile.
  module Lines
    module_function

    # What would be done.
    def planned(step)
      case step['action']
      when 'wait' then "wait for #{what(step)} (#{why(step)})"
      when 'blocked' then "leave #{name(step)} as it is: #{problem(step)}"
      else "#{what(step)} (#{why(step)})"
      end
    end

    # What was done and seen.
    def done(step, outcome)
      "#{verb(step)} (#{why(step)}); #{outcome['text']}"
    end

    def pending(step, outcome)
      "pending #{name(step)}#{way(step)}: #{outcome['text']}"
    end

    def name(step)
      known = step['identifier'] || step['id']
      step['user'] ? "#{known} (user #{step['user']})" : known
    end

    def verb(step)
      what(step).sub(/\A(keep|wait) /, 'install ')
    end

    def what(step)
      action = step['action'] == 'wait' ? '' : "#{step['action']} "
      "#{action}#{name(step)}#{way(step)}"
    end

    def way(step)
      { 'mdm' => ' by MDM', 'local' => ' by the profiles tool' }.fetch(step['route'], '')
    end

    def why(step)
      changes = step['changes'] || []
      return step['reason']['text'] if changes.empty?

      by_type = changes.group_by { |change| change['payloadType'] }
      by_type.map { |type, all| differing(type, all.map { |change| change['keyPath'] }.uniq) }.join('; ')
    end

    def differing(type, paths)
      "#{type}: #{paths.join(', ')} #{paths.size == 1 ? 'differs' : 'differ'}"
    end

    def finding(finding)
      place = [finding['identifier'], finding['keyPath']].reject { |part| part.to_s.empty? }.join(' ')
      hint = finding['hint'].to_s.empty? ? '' : "; #{finding['hint']}"
      "cmdm: #{place}: #{finding['message']}#{hint}"
    end

    # Why a step failed, is blocked, or is still pending.
    def problem(step, outcome = nil)
      error = (outcome && outcome['error']) || step['error']
      return Cmdm::HelperError.of(error).message if error

      outcome && outcome['outcome'] == 'pending' ? outcome['text'] : step['reason']['text']
    end

    # The step of an outcome that this plan does not hold.
    def sent_earlier(id)
      { 'id' => id, 'action' => 'keep', 'route' => 'none', 'reason' => { 'text' => 'sent earlier' } }
    end
  end
end
