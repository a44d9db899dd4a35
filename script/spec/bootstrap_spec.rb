# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'pty'

RSpec.describe 'script/bootstrap' do
  # A copy of the scripts, so that nothing is written into the checkout, and a PATH with only the named tools.
  def bootstrap(*arguments, tools: [], fakes: {}, env: {})
    capture(clean(tools, fakes).merge(env), '/bin/sh', program, *arguments, stdin_data: '')
  end

  # The same on a terminal where a person gives the answer.
  def bootstrap_on_terminal(answer, *arguments, fakes:)
    shown = +''
    PTY.spawn(clean(%w[env], fakes), '/bin/sh', program, *arguments) do |output, input, pid|
      input.puts answer
      read_all(output, shown)
      Process.wait(pid)
    end
    [shown, $CHILD_STATUS.exitstatus]
  end

  def read_all(output, shown)
    loop { shown << output.readpartial(4096) }
  rescue EOFError, Errno::EIO
    shown
  end

  def program
    copy = File.join(@folder, 'checkout')
    FileUtils.mkdir_p(copy)
    FileUtils.cp_r(SCRIPTS, copy)
    File.join(copy, 'script/bootstrap')
  end

  def clean(tools, fakes)
    path = tool_folder(%w[sh cp cmp dirname id mkdir readlink rm mv sed tail tr cat] + tools, fakes)
    { 'PATH' => path, 'CI' => nil, 'JAVA_HOME' => nil, 'RUBYOPT' => nil, 'RUBYLIB' => nil }
  end

  def tool_folder(names, fakes)
    folder = File.join(@folder, 'bin')
    FileUtils.mkdir_p(folder)
    names.each { |name| FileUtils.ln_sf(real(name), File.join(folder, name)) }
    fakes.each { |name, text| fake(File.join(folder, name), text) }
    folder
  end

  def real(name)
    %w[/bin /usr/bin].map { |folder| File.join(folder, name) }.find { |file| File.executable?(file) }
  end

  def fake(file, text)
    FileUtils.rm_f(file)
    File.write(file, "#!/bin/sh\n#{text}\n")
    File.chmod(0o755, file)
  end

  let(:noted) { File.join(@folder, 'noted') }
  let(:note) { "echo \"$*\" >>#{noted}" }

  it 'says what to install where there is no apt-get, and ends with 69' do
    _, err, status = bootstrap('build')
    expect([status, err]).to match [69, /no apt-get.*a JDK, 17 or newer.*Maven/m]
  end

  it 'prints the command and ends with 69 where it may not install and no terminal can be asked' do
    fakes = { 'apt-get' => note, 'sudo' => note, 'id' => 'echo 1000' }
    _, err, status = bootstrap('build', fakes: fakes)
    expect([status, err]).to match [69, /run: sudo apt-get install .*default-jdk-headless maven/]
    expect(File).not_to exist(noted)
  end

  it 'asks on a terminal and does what the person says' do
    fakes = { 'apt-get' => '', 'sudo' => note, 'id' => 'echo 1000' }
    shown, status = bootstrap_on_terminal('n', 'build', fakes: fakes)
    expect([status, shown]).to match [69, /missing: .*maven.*\[y.N\]/m]
    expect(File).not_to exist(noted)
    bootstrap_on_terminal('y', 'build', fakes: fakes)
    expect(File.read(noted)).to match(/apt-get install --yes .*maven/)
  end

  it 'installs at once as root' do
    bootstrap('build', fakes: { 'apt-get' => note, 'id' => 'echo 0' }, tools: %w[env])
    expect(File.readlines(noted)).to contain_exactly(/^install --yes .*default-jdk-headless maven$/)
  end

  it 'installs with sudo that never asks where CI is set' do
    bootstrap('build', fakes: { 'apt-get' => '', 'sudo' => note, 'id' => 'echo 1000' }, env: { 'CI' => 'true' })
    expect(File.read(noted)).to match(/^-n .*apt-get install --yes/)
  end

  it 'refreshes the package lists once when installing fails, then ends with 69 and the name of the log' do
    _, err, status = bootstrap('build', fakes: { 'apt-get' => "#{note}\n[ $1 = update ]", 'id' => 'echo 0' },
                                        tools: %w[env])
    expect(File.readlines(noted).map { |line| line.split.first }).to eq %w[install update install]
    expect([status, err]).to match [69, %r{whole log is build/bootstrap\.log}]
  end

  it 'asks for nothing that is there' do
    release = File.join(@folder, 'jdk/release')
    FileUtils.mkdir_p(File.join(@folder, 'jdk/bin'))
    File.write(release, "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n")
    fake(File.join(@folder, 'jdk/bin/javac'), '')
    fakes = %w[git make mvn].map { |name| [name, ''] }.to_h
    jdk = { 'JAVA_HOME' => File.join(@folder, 'jdk') }
    expect(bootstrap('build', fakes: fakes, env: jdk)).to eq ['', '', 0]
    File.write(release, "JAVA_VERSION=\"11.0.2\"\n")
    expect(bootstrap('build', fakes: fakes, env: jdk)[1]).to include('a JDK, 17 or newer')
  end

  it 'refuses a part that it does not know' do
    _, err, status = bootstrap('chef17')
    expect([status, err]).to match [64, /no part or gem set is called chef17/]
  end

  describe 'for a gem set' do
    let(:fakes) do
      { 'ruby' => 'case $1 in --disable-gems) echo 3.1.2 ;; *) exit 1 ;; esac', 'git' => '', 'make' => '', 'cc' => '',
        'bundle' => note }
    end

    it 'records the set by name and goes on when no gem source answers' do
      _, err, status = bootstrap('openvox8', fakes: fakes)
      expect([status, err]).to match [0, /bootstrap: GEM SET openvox8 IS MISSING \(no gem source/]
      expect(File.read(File.join(@folder, 'checkout/build/missing-sets'))).to eq "openvox8\n"
    end

    it 'installs once what a source has, and again when the Gemfile changes' do
      there = fakes.merge('ruby' => 'case $1 in --disable-gems) echo 3.1.2 ;; esac')
      2.times { bootstrap('openvox8', fakes: there, tools: %w[env]) }
      expect(File.readlines(noted)).to eq ["install\n"]
      stamp = File.join(@folder, 'checkout/build/gems/openvox8/3.1.2/complete')
      File.write(stamp, 'another Gemfile')
      bootstrap('openvox8', fakes: there, tools: %w[env])
      expect(File.readlines(noted).size).to eq 2
    end

    it 'says once that running Chef accepts its licence' do
      said = Array.new(2) { bootstrap('chef18', fakes: fakes).first }
      expect(said).to match [/accepts its licence/, '']
    end
  end
end
