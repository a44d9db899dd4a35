# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'json'
require_relative 'tally'

module Testing
  # The ways to learn from a suite's traces how many tests it ran. Each has
  #   arguments(report)            what to add to the command so that it writes a report there
  #   tally(run)                   the tests of a Run
  module Counts
    # The command is one test.
    class ByExit
      def arguments(_report)
        []
      end

      def tally(run)
        run.success ? Tally.new(1, 0, 0) : Tally.new(0, 1, 0)
      end
    end

    # RSpec's JSON formatter, for everything that is run by rspec.
    class ByRSpec
      def arguments(report)
        ['--format', 'documentation', '--format', 'json', '--out', report]
      end

      def tally(run)
        return Tally.none unless File.size?(run.report)

        summary = JSON.parse(File.read(run.report)).fetch('summary')
        failed = summary.fetch('failure_count')
        skipped = summary.fetch('pending_count')
        outside = summary.fetch('errors_outside_of_examples_count')
        Tally.new(summary.fetch('example_count') - failed - skipped, failed + outside, skipped)
      rescue JSON::ParserError
        Tally.none
      end
    end

    # The XML reports of Surefire or Failsafe, those written since the suite began: older ones may be of tests that are
    # gone. Never those of both, for a suite of unit tests may run beside one of integration tests.
    class BySurefire
      ROOT = /<testsuite\b[^>]*>/m.freeze

      # @param plugin [String] surefire or failsafe
      def initialize(plugin = 'surefire')
        @pattern = "**/target/#{plugin}-reports/TEST-*.xml"
      end

      def arguments(_report)
        []
      end

      def tally(run)
        reports = Dir.glob(File.join(run.folder, @pattern)).select { |file| File.mtime(file) >= run.began }
        reports.map { |file| read(file) }.reduce(Tally.none, :+)
      end

      private

      def read(file)
        root = File.read(file)[ROOT]
        return Tally.new(0, 1, 0) unless root # cut off while it was written

        all, failures, errors, skipped = %w[tests failures errors skipped].map { |name| number(root, name) }
        failed = failures + errors
        Tally.new(all - failed - skipped, failed, skipped)
      end

      def number(root, name)
        Integer(root[/\s#{name}="(\d+)"/, 1], 10)
      end
    end

    # The last line "N passed, N failed[, N skipped]" that the command itself prints.
    class ByClosingLine
      PATTERN = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.freeze

      def arguments(_report)
        []
      end

      def tally(run)
        numbers = File.read(run.log, encoding: 'BINARY').scan(PATTERN).last
        numbers ? Tally.new(*numbers.map(&:to_i)) : Tally.none
      end
    end
  end
end
