# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'timeout'
require_relative '../testing/run'
require_relative '../testing/table'

RSpec.describe Testing::Run do
  def run_of(command)
    table = Testing::Table.new(@folder)
    table.instance_eval { suite 'endless', in: :check, run: command }
    described_class.new(table.suites.first, @folder)
  end

  def call(run)
    Timeout.timeout(30) { run.call }
  end

  it 'ends although the interrupt comes while its command starts' do
    run = run_of('sleep 600')
    allow(Process).to receive(:spawn).and_wrap_original do |spawn, *arguments|
      spawn.call(*arguments).tap do
        stopping = Thread.new { run.stop }
        Thread.pass until stopping.stop?
      end
    end
    expect(call(run).success).to be false
  end

  it 'starts nothing once it was ended' do
    run = run_of("touch #{@folder}/started")
    run.stop
    expect(call(run).success).to be false
    expect(File.exist?(File.join(@folder, 'started'))).to be false
  end
end
