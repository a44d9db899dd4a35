# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'timeout'

RSpec.describe 'script/test' do
  def write_table(lines)
    FileUtils.cp_r(SCRIPTS, @folder)
    File.write(File.join(@folder, 'script/suites.rb'), lines)
  end

  def test(lines, *arguments, env: {})
    write_table(lines)
    out, err, status = capture({ 'CI' => nil }.merge(env), File.join(@folder, 'script/test'), *arguments)
    [out.lines.last.to_s.chomp, status, err]
  end

  let(:good) { "suite 'good', in: :check, run: 'true'\n" }
  let(:bad) { "suite 'bad', in: :ruby, run: 'false'\n" }
  let(:missing) { "suite 'missing', in: :ruby, gems: 'chef17', run: 'true'\n" }

  it 'ends with the sum as its last line, and with 1 when a test failed' do
    expect(test(good)[0..1]).to eq ['1 passed, 0 failed, 0 skipped', 0]
    expect(test(good + bad)[0..1]).to eq ['1 passed, 1 failed, 0 skipped', 1]
  end

  it 'lets a skip pass, but not where CI is true' do
    expect(test(good + missing)[0..1]).to eq ['1 passed, 0 failed, 1 skipped', 0]
    expect(test(good + missing, env: { 'CI' => 'true' })[0..1]).to eq ['1 passed, 0 failed, 1 skipped', 1]
  end

  it 'runs what is named, and ends with 64 when a name is unknown' do
    expect(test(good + bad, 'check')[0..1]).to eq ['1 passed, 0 failed, 0 skipped', 0]
    expect(test(good + bad, 'nothing')[1..2]).to match [64, /no suite or group is called nothing/]
  end

  it 'takes what it started along when it is interrupted' do
    write_table("suite 'endless', in: :check, run: \"sh -c 'sleep 600 >alive'\"\n")
    File.mkfifo(File.join(@folder, 'alive'))
    pid = Process.spawn(File.join(@folder, 'script/test'), out: File::NULL)
    Timeout.timeout(30) do
      File.open(File.join(@folder, 'alive')) do |alive|
        Process.kill(:INT, pid)
        alive.read
      end
      Process.wait(pid)
    end
    expect($CHILD_STATUS.exitstatus).to eq 130
  end
end
