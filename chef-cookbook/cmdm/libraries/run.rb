# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module CmdmCookbook
  # Raised at the end of a Chef run in which profiles failed.
  class ProfilesFailed < StandardError
    def initialize(reasons)
      super((['cmdm could not make this Mac as declared:'] + reasons).join("\n  "))
    end
  end

  # What the resources of one Chef run share: one session, one time to wait, one list of what failed.
  class Run
    KEY = :cmdm

    def self.of(run_context)
      run_context.node.run_state[KEY] ||= new(run_context)
    end

    attr_reader :settings

    def initialize(run_context)
      @context = run_context.root_run_context
      @settings = Settings.new(run_context.node['cmdm'])
      @waited = 0
      @failures = []
    end

    # @return [Hash] the helper's result
    # @raise [Cmdm::HelperError]
    def request(operation, fields, &event)
      session.request(operation, fields, &event)
    end

    # Seconds of this run that are left for waiting; a block's time is taken off.
    def waiting
      started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      yield [settings.wait_seconds - @waited, 0].max.floor
    ensure
      @waited += Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
    end

    # A reason to fail, once everything else is done.
    def failed(line)
      raise_at_the_end if @failures.empty?
      @failures << line
    end

    def close
      @session&.close
      @session = nil
    end

    # @return [Array<String>] what failed since this was last asked
    def take_failures
      @failures.slice!(0..-1)
    end

    private

    def session
      return @session if @session

      opened = Cmdm::Session.new(settings.helper, config: settings.config, logger: Chef::Log)
      @context.events.register(Closing.new(self))
      @session = opened
    end

    # A delayed action comes after every resource; it only exists in a run that fails.
    def raise_at_the_end
      run = self
      last = Chef::Resource::RubyBlock.new('report the profiles that failed', @context)
      last.block { raise ProfilesFailed, run.take_failures }
      last.action(:nothing)
      last.delayed_action(:run)
    end
  end

  # Ends the helper with the run, however that ends.
  class Closing < Chef::EventDispatch::Base
    def initialize(run)
      super()
      @run = run
    end

    def converge_complete
      @run.close
    end

    def converge_failed(_error)
      @run.close
    end

    def run_failed(_error)
      @run.close
    end
  end
end
