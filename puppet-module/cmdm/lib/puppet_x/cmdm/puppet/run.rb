# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative 'configuration'
require_relative 'declaration'
require_relative 'words'

module PuppetX
  module Cmdm
    # The profiles of one Puppet run: one session, one plan for all of them, one sending.
    class Run
      OWNER = 'puppet'

      # @param resources [Array<Puppet::Type>] every macos_profile of the catalog
      def initialize(resources, session = nil)
        @resources = resources
        @configuration = Configuration.of(resources.first&.catalog)
        @session = session || open
        @steps = {}
        @outcomes = {}
        @broken = {}
      end

      # Plans everything.
      # @raise [::Cmdm::HelperError] where the Mac cannot be read, or nothing can be planned
      def plan
        @seen = stamps
        @planned = ask('plan', declarations)
        @steps = index(@planned['plan']['steps'])
      end

      # The step of a resource; planned anew where an earlier resource of this run has written its file.
      def step(resource)
        plan if !@outcomes.key?(key(resource)) && @seen[resource.ref] != stamp(resource)
        @broken[resource.ref] || find(@steps, resource) || raise(Puppet::Error, 'the helper planned no step for it')
      end

      # Its outcome; the first one asked for sends all that is planned.
      def outcome(resource)
        apply unless @outcomes.key?(key(resource))
        @outcomes[key(resource)] || raise(Puppet::Error, 'the helper told no outcome for it')
      end

      def planned?
        !@planned.nil?
      end

      def audit?
        @configuration.audit?
      end

      # The MDM's name as the helper tells it.
      def server
        @planned['server']
      end

      # What is installed, as the contract tells it; read when first asked for.
      def installed
        @installed ||= @session.request('state')['profiles']
      end

      # The line that says why the MDM cannot be reached, or nil.
      def unavailable
        return @unavailable if defined?(@unavailable)

        line = @session.request('doctor')['lines'].find { |one| one['subject'] == 'MDM' && one['status'] == 'fail' }
        @unavailable = line && [line['text'], line['hint']].reject(&:empty?).join('; ')
      end

      def close
        @session.close
      end

      private

      def open
        ::Cmdm::Session.new(::Cmdm::Helper.path(@configuration.helper), config: @configuration.config, logger: Puppet)
      end

      def ask(operation, profiles, options = {})
        desired = { 'owner' => OWNER, 'profiles' => profiles }
        @session.request(operation, 'desired' => desired, 'options' => @configuration.options.merge(options)) do |event|
          Puppet.debug("cmdm: #{event['step']} #{event['text']}") if event['kind'] == 'progress'
        end
      end

      def declarations
        @resources.reject { |one| one[:ensure].nil? }.map { |one| declaration(one) }.compact
      end

      def declaration(resource)
        Declaration.of(resource)
      rescue ::Cmdm::UnsupportedValue => e
        @broken[resource.ref] = { 'action' => 'blocked', 'changes' => [],
                                  'reason' => { 'code' => 'broken', 'text' => e.message } }
        nil
      end

      # Everything that is planned and may be sent goes at once, so that the Mac is waited for once.
      def apply
        ids = sendable.map { |resource| find(@steps, resource)['id'] }
        result = ask('apply', declarations, 'only' => ids + successions(ids))
        @outcomes.merge!(index(result['outcomes']))
        @outcomes
      end

      def sendable
        @resources.reject(&:noop?).select do |resource|
          step = find(@steps, resource)
          step && Words.work?(step) && !@outcomes.key?(key(resource))
        end
      end

      # Steps of profiles that a sent one replaces; no resource declares them.
      def successions(ids)
        replaced = @resources.reject(&:noop?).flat_map { |resource| resource[:replaces] || [] }
        @steps.values.map { |step| step['id'] }.select { |id| replaced.include?(id) && !ids.include?(id) }
      end

      def index(list)
        list.map { |one| [one['id'] || one['step'], one] }.to_h
      end

      def find(list, resource)
        list[key(resource)] || list[resource.ref]
      end

      def key(resource)
        resource[:user] ? "#{resource[:identifier]}@#{resource[:user]}" : resource[:identifier]
      end

      def stamps
        @resources.map { |resource| [resource.ref, stamp(resource)] }.to_h
      end

      # What tells that a file was written meanwhile.
      def stamp(resource)
        return nil unless resource[:source] && resource[:ensure] == :present

        stat = File.stat(resource[:source])
        [stat.ino, stat.size, stat.mtime.to_r]
      rescue SystemCallError
        nil
      end
    end
  end
end
