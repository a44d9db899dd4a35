# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

RSpec.describe 'script/demo' do
  # A checkout with the scripts and the given worlds only.
  def demo(worlds, env = {})
    FileUtils.cp_r(SCRIPTS, @folder)
    FileUtils.rm_rf(File.join(@folder, 'script/worlds'))
    FileUtils.mkdir_p([File.join(@folder, 'script/worlds'), File.join(@folder, 'tmp')])
    worlds.each { |name, text| File.write(File.join(@folder, 'script/worlds', name), text) }
    capture({ 'TMPDIR' => File.join(@folder, 'tmp') }.merge(env), File.join(@folder, 'script/demo'))
  end

  def with_uname(system)
    File.write(File.join(@folder, 'uname'), "#!/bin/sh\necho #{system}\n")
    File.write(File.join(@folder, 'id'), "#!/bin/sh\necho 0\n")
    FileUtils.chmod(0o755, [File.join(@folder, 'uname'), File.join(@folder, 'id')])
    { 'PATH' => "#{@folder}:#{ENV.fetch('PATH')}" }
  end

  it 'shows its worlds in order' do
    out, = demo('20-second.sh' => "echo second\n", '10-first.sh' => "echo first\n")
    expect(out).to eq "first\nsecond\n"
  end

  it 'leaves out, in one line, a world whose gem set is missing and shows the others' do
    out, _, status = demo('10-chef.sh' => "# needs: chef18\nexit 1\n", '20-plain.sh' => "echo plain\n")
    expect([status, out]).to match [0, %r{\AThe world chef is left out: .*script/bootstrap chef18\nplain\n\z}]
  end

  it 'fails when a world fails, and when there is none to show' do
    failing = demo('10-bad.sh' => "false\necho not reached\n")
    expect([failing[2], failing[0]]).to eq [1, '']
    expect(demo({})[1..2]).to match [/no world could be shown/, 1]
  end

  it 'leaves no folder behind' do
    demo('10-a.sh' => "echo x >\"$CMDM_DEMO/x\"\n")
    expect(Dir.children(File.join(@folder, 'tmp'))).to be_empty
  end

  it 'refuses to start as root on a Mac' do
    _, err, status = demo({ '10-a.sh' => "echo shown\n" }, with_uname('Darwin'))
    expect([status, err]).to match [77, /not as root/]
  end

  describe 'use_mac' do
    def world(line)
      demo('10-a.sh' => ". script/lib/world.sh\nmac=\"$CMDM_DEMO/macs/one\"\n#{line}\n" \
                        "echo \"root ${CMDM_MAC_ROOT#\"$CMDM_DEMO\"}, state ${CMDM_STATE_DIR#\"$CMDM_DEMO\"}\"\n")
    end

    it 'takes the tools and the state of a simulated Mac' do
      out, = world('mkdir -p "$mac/usr/bin"; cp /bin/sh "$mac/usr/bin/profiles"; use_mac "$mac"')
      expect(out).to eq "root /macs/one, state /state/one\n"
    end

    it 'refuses the real root and any Mac that is not of this demo' do
      results = ['/', '/usr', '/absent', '"$CMDM_DEMO"', '"$CMDM_DEMO/../.."'].map { |root| world("use_mac #{root}") }
      expect(results.map { |result| result[2] }).to all eq 77
    end

    it 'refuses a folder without a stand-in for the profiles tool' do
      _, err, status = world('mkdir -p "$mac"; use_mac "$mac"')
      expect([status, err]).to match [77, /no stand-in/]
    end
  end
end
