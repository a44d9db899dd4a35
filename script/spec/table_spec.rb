# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative '../testing/table'

RSpec.describe Testing::Table do
  let(:table) do
    described_class.new('/checkout').tap do |table|
      table.instance_eval do
        suite 'java', in: :check, run: 'mvn verify'
        suite 'specs', in: :ruby, gems: %w[chef18 chef19], run: 'rspec -f d', dir: 'cookbook', counts: rspec
      end
    end
  end

  it 'chooses all, a group, or suites by name, in the order of the table' do
    chosen = [[], ['ruby'], %w[specs java]].map { |names| table.choose(names).map(&:name) }
    expect(chosen).to eq [%w[java specs], %w[specs], %w[java specs]]
  end

  it 'names what there is when a name is unknown' do
    expect { table.choose(['jaba']) }.to raise_error(KeyError, /jaba; there are: check, ruby, e2e, java, specs/)
  end

  it 'refuses a group that no make target runs' do
    expect { table.instance_eval { suite 'x', in: :nightly, run: 'true' } }.to raise_error(ArgumentError, /nightly/)
  end

  it 'runs a command inside its first gem set and asks RSpec for a report' do
    command = table.choose(['specs']).first.command('/r.json')
    expect(command).to eq [File.join(SCRIPTS, 'with-gems'), 'chef18', 'rspec', '-f', 'd',
                           '--format', 'documentation', '--format', 'json', '--out', '/r.json']
  end

  it 'reads the table of the project' do
    file = File.join(SCRIPTS, 'suites.rb')
    expect(described_class.read(file, '/checkout').suites.map(&:name)).to include('java', 'shellcheck')
  end
end
