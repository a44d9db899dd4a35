# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative 'counts'
require_relative 'jdks'
require_relative 'suite'

module Testing
  # Reads script/suites.rb: each line there is a call of {#suite}.
  class Table
    GROUPS = %i[check ruby e2e].freeze

    attr_reader :suites

    def self.read(file, root)
      new(root).tap { |table| table.instance_eval(File.read(file), file) }
    end

    def initialize(root)
      @root = root
      @suites = []
    end

    # The suites of the named groups or by their own names; all where nothing is named.
    #
    # @raise [KeyError] when a name is neither
    def choose(names)
      return @suites if names.empty?

      chosen = names.flat_map { |name| named(name) }
      @suites.select { |suite| chosen.include?(suite) }
    end

    private

    def named(name)
      found = @suites.select { |suite| suite.name == name || suite.group.to_s == name }
      raise KeyError, "no suite or group is called #{name}; there are: #{words.join(', ')}" if found.empty?

      found
    end

    def words
      GROUPS.map(&:to_s) + @suites.map(&:name)
    end

    def suite(name, options)
      group = options.fetch(:in)
      raise ArgumentError, "suite #{name}: no group #{group}" unless GROUPS.include?(group)

      @suites << Suite.new(name, group: group, run: options.fetch(:run),
                                 folder: File.join(@root, options.fetch(:dir, '.')),
                                 counts: options.fetch(:counts, Counts::ByExit.new),
                                 needs: { sets: Array(options[:gems]), tools: Array(options[:tools]) },
                                 jars: options[:jars], limit: options.fetch(:limit, 900),
                                 shows: options[:shows] && File.join(@root, options[:shows]))
    end

    def other_jdks
      Jdks.new.others
    end

    def failsafe
      Counts::BySurefire.new('failsafe')
    end

    def surefire
      Counts::BySurefire.new
    end

    def rspec
      Counts::ByRSpec.new
    end

    def closing_line
      Counts::ByClosingLine.new
    end
  end
end
