# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'shellwords'

module Testing
  # One line of the table: what is run, where, with what, and how its tests are counted.
  class Suite
    attr_reader :name, :group, :folder, :counts, :limit, :sets, :shows

    def initialize(name, group:, run:, folder:, counts:, needs: {}, jars: nil, limit: 900,
                   shows: nil)
      @name = name
      @group = group
      @run = Shellwords.split(run)
      @folder = folder
      @counts = counts
      @sets = needs.fetch(:sets, [])
      @tools = needs.fetch(:tools, [])
      @jars = jars
      @limit = limit
      @shows = shows
    end

    # True when the suite starts the built jars.
    def needs_jars?
      @jars == :needed
    end

    # True when the suite builds the jars itself, so that others must not start them meanwhile.
    def builds_jars?
      @jars == :built
    end

    # The command; the first gem set is the one it runs in, further ones only have to be there.
    def command(report)
      with_gems = @sets.empty? ? [] : [File.expand_path('../with-gems', __dir__), @sets.first]
      with_gems + @run + @counts.arguments(report)
    end

    # Why the suite cannot run on this machine, or nil.
    #
    # @param machine [#set?, #tool?]
    def find_hindrance(machine)
      set = @sets.find { |name| !machine.set?(name) }
      return "the gem set #{set} is not installed; run: script/bootstrap #{set}" if set

      tool = @tools.find { |name| !machine.tool?(name) }
      "there is no #{tool} on this machine; run: script/bootstrap" if tool
    end

    def slug
      name.tr('^A-Za-z0-9', '-')
    end
  end
end
