# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

PROFILES = File.join(__dir__, 'profiles')
NAMES = %w[com.acme.dock com.acme.finder com.acme.firewall com.acme.loginwindow com.acme.screensaver].freeze

def five(folder)
  <<~MANIFEST
    macos_profile { 'com.acme.screensaver': source => '#{folder}/screensaver.mobileconfig' }
    macos_profile { 'com.acme.loginwindow': source => '#{folder}/loginwindow-binary.mobileconfig' }
    macos_profile { 'com.acme.finder': content => binary_file('#{folder}/finder-signed.mobileconfig') }
    macos_profile { 'com.acme.dock':
      content => {
        'PayloadDisplayName' => 'Dock',
        'PayloadContent'     => [{ 'PayloadType' => 'com.apple.dock', 'PayloadIdentifier' => 'com.acme.dock.settings',
                                   'PayloadVersion' => 1, 'tilesize' => 48, 'largesize' => 96.0, 'unset' => undef }],
      },
    }
    macos_profile { 'com.acme.firewall':
      content => Sensitive({
        'PayloadRemovalDisallowed' => true,
        'PayloadContent'           => [{ 'PayloadType' => 'com.apple.security.firewall', 'PayloadVersion' => 1,
                                         'PayloadIdentifier' => 'com.acme.firewall.settings',
                                         'EnableFirewall' => true }],
      }),
    }
  MANIFEST
end

RSpec.describe 'puppet apply of five profiles' do
  before(:context) do
    FileUtils.cp_r(PROFILES, @world.path('profiles'))
    @manifest = five(@world.path('profiles'))
  end

  it 'sends nothing with --noop' do
    result = @world.apply(@manifest, '--noop')

    expect(result.text.scan(/by MDM: not on this Mac(?:; as given, signed)? \(noop\)/).size).to eq(5)
    expect(result.exit).to eq(0)
    expect(@world.enqueued).to be_empty
  end

  it 'installs them, sending each once' do
    result = @world.apply(@manifest)

    expect(result.text.scan(%r{/ensure: installed by MDM; seen on this Mac}).size).to eq(5)
    expect(result.exit).to eq(2)
    expect(@world.enqueued.size).to eq(5)
    expect(@world.installed).to match_array(NAMES)
  end

  it 'changes nothing in the second run' do
    expect(@world.apply(@manifest).exit).to eq(0)
    expect(@world.enqueued.size).to eq(5)
  end

  it 'lists them with puppet resource' do
    result = @world.run(%w[resource macos_profile com.acme.dock])

    expect(result.text).to match(/macos_profile { 'com.acme.dock':.*ensure\s+=> 'present'.*uuid\s+=> '[0-9A-F-]{36}'/m)
  end

  it 'delivers an edit of one setting though the UUID of the file stays, and names the key only' do
    file = @world.path('profiles/screensaver.mobileconfig')
    File.write(file, File.read(file).sub('<integer>600</integer>', '<integer>300</integer>'))
    result = @world.apply(@manifest)

    expect(result.text).to match(%r{screensaver\]/uuid: replaced by MDM, com.apple.screensaver: idleTime differs; seen})
    expect(result.text).not_to match(/\b(300|600)\b/)
    expect(result.exit).to eq(2)
    expect(@world.enqueued.size).to eq(6)
  end

  it 'installs what an earlier resource of the run has written' do
    text = File.read(File.join(PROFILES, 'screensaver.mobileconfig')).gsub('com.acme.screensaver', 'com.acme.late')
    File.write(@world.path('late'), text)
    written = @world.path('written.mobileconfig')
    result = @world.apply(<<~MANIFEST)
      macos_profile { 'com.acme.dock': ensure => absent }
      -> file { '#{written}': source => '#{@world.path('late')}' }
      macos_profile { 'com.acme.late': source => '#{written}' }
    MANIFEST

    expect(result.exit).to eq(2)
    expect(@world.installed).to match_array(NAMES - %w[com.acme.dock] + %w[com.acme.late])
  end

  it 'removes what another one replaces, once that has been seen' do
    result = @world.apply(<<~MANIFEST)
      macos_profile { 'com.acme.later':
        content  => { 'PayloadContent' => [] },
        replaces => 'com.acme.late',
      }
    MANIFEST

    expect(result.exit).to eq(2)
    expect(@world.installed).to match_array(NAMES - %w[com.acme.dock] + %w[com.acme.later])
  end

  it 'removes what is absent' do
    absent = "macos_profile { ['com.acme.later', 'com.acme.finder']: ensure => absent }"

    expect(@world.apply(absent).exit).to eq(2)
    expect(@world.installed).to match_array(NAMES - %w[com.acme.dock com.acme.finder])
    expect(@world.apply(absent).exit).to eq(0)
  end
end
