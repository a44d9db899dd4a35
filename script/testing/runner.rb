# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative 'run'
require_relative 'tally'

module Testing
  # Runs suites side by side, as many as there are workers. What starts the built jars waits until no chosen suite
  # builds them any more.
  class Runner
    # @param machine [#set?, #tool?]
    # @param jars [#call] builds the jars where they are out of date; true when they are there
    def initialize(console:, machine:, jars:, folder:, workers:)
      @console = console
      @machine = machine
      @jars = jars
      @folder = folder
      @workers = workers
      @lock = Mutex.new
      @turn = ConditionVariable.new
      @jars_lock = Mutex.new
      @waiting = []
      @running = []
    end

    # @return [Tally] of all suites
    def call(suites)
      @tally = Tally.none
      @waiting = suites.select { |suite| can_run?(suite) }
      Array.new(@workers) { Thread.new { work } }.each(&:join)
      @tally
    ensure
      @lock.synchronize { @waiting.clear && @running.dup }.each(&:stop)
    end

    private

    def can_run?(suite)
      hindrance = suite.find_hindrance(@machine)
      return true unless hindrance

      @console.skipped(suite, hindrance)
      @tally += Tally.new(0, 0, 1)
      false
    end

    def work
      while (run = take)
        tally = perform(run)
        @lock.synchronize do
          @running.delete(run)
          @tally += tally
          @turn.broadcast
        end
      end
    end

    # The next run, or nil when none is left.
    def take
      @lock.synchronize do
        @turn.wait(@lock) until @waiting.empty? || (suite = @waiting.find { |one| ready?(one) })
        return unless suite

        @waiting.delete(suite)
        Run.new(suite, @folder).tap { |run| @running << run }
      end
    end

    def ready?(suite)
      !suite.needs_jars? || (@waiting + @running.map(&:suite)).none?(&:builds_jars?)
    end

    def perform(run)
      return without_jars(run.suite) if run.suite.needs_jars? && !jars_built?

      @console.started(run.suite)
      tally = run.call.tally
      @console.finished(run, tally)
      tally
    end

    def jars_built?
      @jars_lock.synchronize { @jars_built.nil? ? @jars_built = @jars.call : @jars_built }
    end

    def without_jars(suite)
      @console.failed(suite, 'the jars could not be built, see build/jars.log')
      Tally.new(0, 1, 0)
    end
  end
end
