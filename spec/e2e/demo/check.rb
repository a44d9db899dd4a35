# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# Runs the demo and holds what it shows against itself: the listings against the requests that were sent, the counts
# against both. Standard library only, so that it runs where no gem is to be had.
require 'open3'

ROOT = File.expand_path('../../..', __dir__)
LISTED = /\A_computerlevel\[\d+\] attribute: profileIdentifier: (.+)\z/.freeze
SENT = /(InstallProfile|RemoveProfile) (\S+) \h{8}-\h{4}-\h{4}-\h{4}-\h{12} Basic \*\*\*\z/.freeze

# What one world of the demo shows, in the order in which it shows it.
class World
  attr_reader :name

  def initialize(name, sections)
    @name = name
    @sections = sections
  end

  def text
    @sections.flat_map(&:last)
  end

  # The identifiers of each listing, in order of appearance.
  def listings
    listings = [[]]
    text.each do |line|
      listings.last << line[LISTED, 1] if line.match?(LISTED)
      listings << [] if line.match?(/\AThere are (no|\d+) configuration profiles installed/)
    end
    listings[0...-1]
  end

  # The identifiers in the requests of one command.
  def sent(command)
    text.map { |line| line.match(SENT) }.compact.select { |found| found[1] == command }.map { |found| found[2] }
  end

  def position(pattern)
    text.index { |line| line.match?(pattern) } || -1
  end
end

# Counts what holds and what does not, and says the latter.
class Tally
  def initialize
    @passed = 0
    @failed = 0
  end

  def check(what, holds)
    if holds
      @passed += 1
    else
      @failed += 1
      puts "failed: #{what}"
    end
  end

  def close
    puts "#{@passed} passed, #{@failed} failed, 0 skipped"
    exit(@failed.zero? ? 0 : 1)
  end
end

def worlds(output)
  sections = output.split(/^== /).drop(1).map do |section|
    heading, *lines = section.lines.map(&:chomp)
    [heading, lines]
  end
  sections.group_by { |heading, _| heading[/\A[^,:]+/] }.map { |name, parts| World.new(name, parts) }
end

output, status = Open3.capture2e(File.join(ROOT, 'script', 'demo'), chdir: ROOT)
tally = Tally.new
tally.check("the demo ends with 0, not #{status.exitstatus}", status.success?)
tally.check('the password of the simulated MDM is not shown', !output.include?('demo-password'))
shown = worlds(output)
missing = ['Command line', 'Puppet'] - shown.map(&:name)
tally.check('the worlds of the command line and of Puppet are shown', missing.empty?)
shown.each do |world|
  before, *, last = world.listings
  installed = world.sent('InstallProfile')
  removed = world.sent('RemoveProfile')
  after = world.listings[1]
  tally.check("#{world.name}: something is installed, and something removed", installed.any? && removed.any?)
  tally.check("#{world.name}: each profile is sent once", installed == installed.uniq && removed == removed.uniq)
  tally.check("#{world.name}: the Mac lists what was sent", (after - before).sort == installed.sort)
  tally.check("#{world.name}: what was removed is gone, and nothing else", (after - last).sort == removed.sort)
  tally.check("#{world.name}: the second run says 0 changes", world.text.any? { |line| line.match?(/\A0 changes/) })
  order = [LISTED, /not on this Mac/, SENT, /\A0 changes/].map { |pattern| world.position(pattern) }
  tally.check("#{world.name}: listing, plan, requests and the idle run come in this order",
              order.none?(&:negative?) && order == order.sort)
end
puts output if ARGV.include?('--show')
tally.close
