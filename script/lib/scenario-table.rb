# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'yaml'

# docs/scenarios.md: which rule each of the planner's scenarios proves.
class ScenarioTable
  HEAD = <<~TEXT
    # Which scenario proves which rule

    Generated from `spec/scenarios` by `make generate`. Each scenario is a case with the plan that an expert would make, written by hand; `make mutation` fails unless they alone notice 90 % of the changes that can be made to the planner's code. [How a plan is made](planning.md) explains the rules.
  TEXT

  def initialize(folder)
    lines = File.readlines(File.join(folder, 'rules.tsv'), encoding: 'UTF-8', chomp: true)
    @rules = lines.drop(1).map { |line| line.split("\t", 2) }.to_h
    @scenarios = Dir[File.join(folder, '*.yaml')].sort.flat_map { |file| scenarios(file) }
  end

  def text
    proved = @scenarios.group_by { |scenario| scenario[:rule] }
    unless proved.keys.sort == @rules.keys.sort
      raise "rules.tsv and the scenarios differ in #{(proved.keys | @rules.keys) - (proved.keys & @rules.keys)}"
    end

    "#{HEAD}\n#{summary(proved)}#{@rules.map { |rule, says| section(rule, says, proved[rule]) }.join}"
  end

  private

  def scenarios(file)
    YAML.safe_load(File.read(file, encoding: 'UTF-8')).map do |fields|
      { name: fields['name'], rule: fields['rule'], file: File.basename(file) }
    end
  end

  def summary(proved)
    rows = @rules.map { |rule, says| "| #{rule} | #{says} | #{proved[rule].size} |\n" }
    "| rule | what it says | scenarios |\n|---|---|---|\n#{rows.join}| all | | #{@scenarios.size} |\n"
  end

  def section(rule, says, scenarios)
    rows = scenarios.map { |scenario| "- #{scenario[:name]} (`#{scenario[:file]}`)\n" }
    "\n## Rule #{rule}\n\n#{says}\n\n#{rows.join}"
  end
end
