# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative '../testing/counts'

RSpec.describe Testing::Counts do
  let(:run_class) { Struct.new(:folder, :log, :report, :began, :success) }

  def write(name, text)
    File.join(@folder, name).tap do |file|
      FileUtils.mkdir_p(File.dirname(file))
      File.write(file, text)
    end
  end

  def traces(success: true, log: nil, report: nil)
    run_class.new(@folder, log, report, Time.now - 5, success)
  end

  def surefire(name, numbers)
    write("core/target/surefire-reports/TEST-#{name}.xml", <<~XML)
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="#{name}" time="0.1" #{numbers}>
        <properties><property name="x" value="tests=&quot;99&quot;"/></properties>
      </testsuite>
    XML
  end

  it 'adds up the reports of surefire, errors as failures' do
    surefire('A', 'tests="10" errors="1" skipped="2" failures="3"')
    surefire('B', 'tests="4" errors="0" skipped="0" failures="0"')
    expect(described_class::BySurefire.new.tally(traces).to_s).to eq '8 passed, 4 failed, 2 skipped'
  end

  it 'leaves out what another suite writes at the same time' do
    write('cli/target/failsafe-reports/TEST-RunIT.xml', '<testsuite tests="3" errors="0" skipped="0" failures="0">')
    surefire('A', 'tests="10" errors="0" skipped="0" failures="0"')
    expect(described_class::BySurefire.new.tally(traces).total).to eq 10
    expect(described_class::BySurefire.new('failsafe').tally(traces).total).to eq 3
  end

  it 'leaves out a report that an earlier run wrote' do
    old = surefire('Gone', 'tests="10" errors="0" skipped="0" failures="0"')
    File.utime(Time.now - 60, Time.now - 60, old)
    expect(described_class::BySurefire.new.tally(traces).total).to eq 0
  end

  it 'counts a report that was cut off as a failure' do
    write('core/target/surefire-reports/TEST-Cut.xml', '<?xml version="1.0"?><testsui')
    expect(described_class::BySurefire.new.tally(traces).failed).to eq 1
  end

  it 'reads the summary of RSpec and counts errors outside of examples as failures' do
    report = write('r.json', '{"summary":{"example_count":7,"failure_count":2,"pending_count":1,' \
                             '"errors_outside_of_examples_count":1}}')
    expect(described_class::ByRSpec.new.tally(traces(report: report)).to_s).to eq '4 passed, 3 failed, 1 skipped'
  end

  it 'finds no test where RSpec wrote no report or half of one' do
    half = write('half.json', '{"summary":')
    absent = File.join(@folder, 'absent.json')
    totals = [half, absent].map { |report| described_class::ByRSpec.new.tally(traces(report: report)).total }
    expect(totals).to eq [0, 0]
  end

  it 'takes the last closing line of a log, with or without skips' do
    log = write('l.log', "1 passed, 1 failed\nnoise \xFF\n12 passed, 0 failed, 3 skipped\n5 passed, 0 failed: no\n")
    expect(described_class::ByClosingLine.new.tally(traces(log: log)).to_s).to eq '12 passed, 0 failed, 3 skipped'
  end

  it 'counts a command as one test by its exit status' do
    tallies = [true, false].map { |success| described_class::ByExit.new.tally(traces(success: success)).to_a }
    expect(tallies).to eq [[1, 0, 0], [0, 1, 0]]
  end

  it 'adds a failure to a command that ends badly without a failed test' do
    expect(Testing::Tally.new(3, 0, 0).judged_by(false).to_s).to eq '3 passed, 1 failed, 0 skipped'
  end

  it 'adds a failure to a command that ends well without any test' do
    expect(Testing::Tally.none.judged_by(true).failed).to eq 1
  end
end
