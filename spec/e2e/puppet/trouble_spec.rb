# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

def profile(name, tilesize, more = '')
  <<~MANIFEST
    macos_profile { 'com.acme.#{name}':
      content => { 'PayloadContent' => [{ 'PayloadType' => 'com.apple.dock', 'PayloadVersion' => 1,
                                          'PayloadIdentifier' => 'com.acme.#{name}.settings',
                                          'tilesize' => #{tilesize} }] },
      #{more}
    }
  MANIFEST
end

RSpec.describe 'puppet apply in trouble' do
  after { @world.faults({}) }

  it 'is pending while the Mac sleeps, sends nothing again, and is in sync once it has woken' do
    @world.faults('asleep' => true)
    first = @world.apply(profile('asleep', 48), settings: { 'wait_seconds' => '1' })
    second = @world.apply(profile('asleep', 48))

    expect(first.text).to match(%r{com.acme.asleep\]/ensure: queued by MDM})
    expect(first.exit).to eq(2)
    expect(second.text).to match(/Warning: .*com.acme.asleep/)
    expect(second.exit).to eq(0)
    expect(@world.enqueued.size).to eq(1)

    @world.faults({})
    @world.check_in
    @world.wait_until { @world.installed.include?('com.acme.asleep') }
    third = @world.apply(profile('asleep', 48))

    expect(third.text).not_to match(/Warning: .*com.acme.asleep/)
    expect(third.exit).to eq(0)
    expect(@world.enqueued.size).to eq(1)
  end

  it 'fails a pending one where dependents are to wait' do
    @world.faults('asleep' => true)
    pending = profile('dependent', 48, 'on_pending => fail')
    result = @world.apply("#{pending} -> notify { 'after': }", settings: { 'wait_seconds' => '1' })

    expect(result.exit).to eq(6).or eq(4)
    expect(result.text).to match(/Skipping because of failed dependencies/)
  end

  it 'fails only the one that is broken' do
    result = @world.apply("#{profile('whole', 48)}macos_profile { 'com.acme.broken': content => 'no profile' }")

    expect(result.text).to match(/com.acme.broken.*neither an XML nor a binary property list/)
    expect(result.exit).to eq(6)
    expect(@world.installed).to include('com.acme.whole')
  end

  it 'skips every profile where the Mac cannot be read, and sends nothing' do
    @world.faults('listing' => 'fails')
    before = @world.enqueued.size
    result = @world.apply("#{profile('unread', 48)}notify { 'goes on': }")

    expect(result.text).to match(/profiles -P -o stdout-xml/)
    expect(result.text).to match(/goes on/)
    expect(result.exit).to eq(6)
    expect(@world.enqueued.size).to eq(before)
  end

  it 'fails where the MDM is down, or only warns where it is told to' do
    down = { 'mdm_url' => "'http://127.0.0.1:9'" }
    failing = @world.apply(profile('down', 48), settings: down)
    warning = @world.apply(profile('down', 48, 'on_unavailable => warn'), settings: down)

    expect(failing.text).to match(/change from 'absent' to 'present' failed: .*127\.0\.0\.1:9/)
    expect(failing.exit).to eq(4)
    expect(warning.text).to match(/Warning: .*com.acme.down/)
    expect(warning.exit).to eq(0)
  end

  it 'sends nothing in audit mode and says what it would' do
    before = @world.enqueued.size
    result = @world.apply(profile('audited', 48), settings: { 'mode' => "'audit'" })

    expect(result.text).to match(/com.acme.audited.*audit: would install by MDM/)
    expect(result.exit).to eq(0)
    expect(@world.enqueued.size).to eq(before)
  end

  it 'refuses a credential in place of its source without repeating it' do
    result = @world.apply('', settings: { 'mdm_credential' => "'hunter2'" })

    expect(result.text).to match(/mdm_credential must be a source/)
    expect(result.text).not_to match(/hunter2/)
    expect(result.exit).to eq(1)
  end

  it 'refuses a simulated Mac without a state folder of its own' do
    manifest = @world.path('none.pp')
    File.write(manifest, "macos_profile { 'com.acme.none': ensure => absent }")
    allow(@world).to(receive(:environment).and_wrap_original do |original|
      original.call.merge('CMDM_STATE_DIR' => nil)
    end)
    result = @world.run(['apply', '--detailed-exitcodes', manifest])

    expect(result.text).to match(/CMDM_MAC_ROOT=.* only together with CMDM_STATE_DIR/)
    expect(result.exit).to eq(4)
  end
end
