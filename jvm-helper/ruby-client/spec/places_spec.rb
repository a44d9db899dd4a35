# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

RSpec.describe Cmdm::MacRoot do
  def root(env, platform = 'x86_64-linux', uid = 0)
    described_class.of(env, platform, uid)
  end

  let(:simulated) { { 'CMDM_MAC_ROOT' => '/tmp/mac/', 'CMDM_STATE_DIR' => '/tmp/state' } }

  it 'is the machine\'s own without the variable' do
    expect(root({})).to eq '/'
  end

  it 'is the simulated one together with a state folder' do
    expect(root(simulated)).to eq '/tmp/mac'
    expect(described_class.tool('/usr/bin/profiles', simulated)).to eq '/tmp/mac/usr/bin/profiles'
  end

  it 'is refused without a state folder' do
    expect { root(simulated.merge('CMDM_STATE_DIR' => '')) }.to raise_error(Cmdm::Refused, /CMDM_STATE_DIR/)
  end

  it 'is refused to root on a Mac, and given to others there' do
    expect { root(simulated, 'arm64-darwin24') }.to raise_error(Cmdm::Refused, /root/)
    expect(root(simulated, 'arm64-darwin24', 501)).to eq '/tmp/mac'
  end

  it 'is never / and never relative' do
    ['/', '/tmp/..', 'mac', ''].each do |asked|
      expect { root(simulated.merge('CMDM_MAC_ROOT' => asked)) }.to raise_error(Cmdm::Refused)
    end
  end
end

RSpec.describe Cmdm::Helper do
  it 'takes the setting before the variable' do
    expect(described_class.path('/bin/sh', 'CMDM_HELPER' => '/bin/ls')).to eq '/bin/sh'
    expect(described_class.path(nil, 'CMDM_HELPER' => '/bin/ls')).to eq '/bin/ls'
  end

  it 'says where it looked and what to set' do
    expect { described_class.path('/nowhere/cmdm', {}) }
      .to raise_error(Cmdm::HelperError, %r{/nowhere/cmdm; .*CMDM_HELPER})
  end
end

RSpec.describe 'the standard library' do
  allowed = %w[json openssl net/http digest securerandom open3 socket time uri zlib tempfile fileutils set timeout
               stringio]

  it 'is all that the client requires, and only what is a default gem everywhere' do
    files = Dir[File.expand_path('../lib/**/*.rb', __dir__)]
    required = files.flat_map { |file| File.read(file).scan(/^\s*require '([^']+)'/).flatten }
    expect(required - allowed).to be_empty
    expect(files.size).to be > 5
  end
end
