# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative '../testing/console'
require_relative '../testing/runner'
require_relative '../testing/table'

RSpec.describe Testing::Runner do
  let(:machine) do
    Class.new do
      def set?(_name)
        false
      end

      def tool?(name)
        name != 'absent'
      end
    end.new
  end
  let(:out) { StringIO.new }

  def run(jars: -> { true }, &lines)
    table = Testing::Table.new(@folder)
    table.instance_eval(&lines)
    runner = described_class.new(console: Testing::Console.new(out), machine: machine, jars: jars,
                                 folder: @folder, workers: 2)
    runner.call(table.suites)
  end

  it 'adds up all suites' do
    tally = run do
      suite 'good', in: :check, run: 'true'
      suite 'bad', in: :check, run: 'false'
      suite 'three', in: :e2e, run: 'echo 3 passed, 0 failed', counts: closing_line
    end
    expect(tally.to_s).to eq '4 passed, 1 failed, 0 skipped'
  end

  it 'skips a suite whose gem set is missing and says how to get it' do
    tally = run { suite 'specs', in: :ruby, gems: 'chef18', run: 'true' }
    expect([tally.skipped, out.string]).to match [1, /SKIPPED specs .*gem set chef18.*script.bootstrap chef18/]
  end

  it 'skips a suite whose tool is missing and names the tool' do
    tally = run { suite 'lint', in: :check, tools: %w[sh absent], run: 'true' }
    expect([tally.skipped, out.string]).to match [1, /SKIPPED lint .*no absent/]
  end

  it 'shows the end of the log of a failed suite and where the log is' do
    run { suite 'loud', in: :check, run: "sh -c 'seq 1 100; exit 3'" }
    expect(out.string).to match(/FAILED  loud.*\n    61\n.*\n    100\n.*#{@folder}.loud\.log$/m)
    expect(out.string).not_to match(/^    60$/)
  end

  it 'ends a suite that does not end by itself, with what it started' do
    File.mkfifo("#{@folder}/alive")
    until_all_writers_are_gone = Thread.new { File.read("#{@folder}/alive") }
    tally = run { suite 'stuck', in: :check, run: "sh -c 'sleep 600 >alive & wait'", limit: 1 }
    expect([tally.failed, out.string]).to match [1, /no end after 1 s/]
    expect(until_all_writers_are_gone.join(20)).not_to be_nil
  end

  it 'fails a suite whose command does not exist' do
    expect(run { suite 'typo', in: :check, run: 'no-such-command-at-all' }.to_s).to eq '0 passed, 1 failed, 0 skipped'
  end

  it 'starts what needs the jars only after the suite that builds them' do
    run do
      suite 'user', in: :e2e, run: 'cp jar used', jars: :needed
      suite 'maker', in: :check, run: "sh -c 'sleep 0.3; echo done >jar'", jars: :built
    end
    expect(File.read(File.join(@folder, 'used'))).to eq "done\n"
  end

  it 'builds the jars once for all that need them' do
    built = 0
    counting = lambda do
      built += 1
      true
    end
    run(jars: counting) do
      suite 'one', in: :e2e, run: 'true', jars: :needed
      suite 'two', in: :e2e, run: 'true', jars: :needed
    end
    expect(built).to eq 1
  end

  it 'fails each suite that needs jars which cannot be built' do
    tally = run(jars: -> { false }) do
      suite 'one', in: :e2e, run: 'true', jars: :needed
      suite 'two', in: :e2e, run: 'true', jars: :needed
      suite 'free', in: :check, run: 'true'
    end
    expect(tally.to_s).to eq '1 passed, 2 failed, 0 skipped'
  end

  it 'runs two suites side by side' do
    tally = run do
      suite 'left', in: :check, run: "sh -c 'touch left; until [ -e right ]; do sleep 0.02; done'", limit: 20
      suite 'right', in: :check, run: "sh -c 'touch right; until [ -e left ]; do sleep 0.02; done'", limit: 20
    end
    expect(tally.passed).to eq 2
  end
end
