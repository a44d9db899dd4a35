# Written by cmdm import. Above each profile stands what could not be recovered:
# read it before this is used, for applying it replaces what is installed.

# com.acme.o'brien "#{1}" ${x} %{y} \ --
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# signature: it was signed; what is written here is not
macos_profile 'com.acme.o\'brien "#{1}" ${x} %{y} \\ --' do
  content(
    {
      'PayloadIdentifier' => 'com.acme.o\'brien "#{1}" ${x} %{y} \\ --',
      'PayloadType' => 'Configuration',
      'PayloadVersion' => 1,
      'PayloadDisplayName' => 'O\'Brien\'s #{1}',
      'PayloadRemovalDisallowed' => true,
      'PayloadContent' => [
        {
          'PayloadType' => 'com.acme.settings',
          'PayloadIdentifier' => 'com.acme.o\'brien "#{1}" ${x} %{y} \\ --.one',
          'PayloadUUID' => '0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11',
          'PayloadVersion' => 1,
          'it\'s "#{1}" ${x} %{y} \\' => '\'; #{`id`} "${x}" %{lookup(\'y\')} \\',
          'lines' => "first\nsecond \#{1} ${x} %{y}\n",
          'script' => "\#!/bin/sh\n\techo \"$HOME\" 'a'\n",
          'blank lines' => "\n  a\n\n",
          'unseen' => "a\u{202e}b\u{200b}c\u{2028}d\u{85}e\u{feff}",
          'far' => 'é 語 🍏',
          'yaml' => '- no: ~ # & * ! | > @ `',
          'words' => [
            'true',
            'null',
            '~',
            '1',
            '1.0',
            '',
            'undef',
            ':sym',
            '2026-01-31',
          ],
          'numbers' => [
            0,
            -5,
            9223372036854775807,
            1.5,
            1.0,
            1.0e300,
            -1.0e-7,
            0.0,
          ],
          'flags' => [
            true,
            false,
          ],
          'empty' => {
            'array' => [],
            'dict' => {},
          },
          '$only' => {
            '$data' => 'AAAA',
          },
        },
      ],
    }
  )
  payload_uuids 'keep'
end

# com.acme.typed
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# local-copy: it was installed on the Mac itself; an MDM refuses to replace such a copy
macos_profile 'com.acme.typed' do
  content(
    {
      'PayloadIdentifier' => 'com.acme.typed',
      'PayloadType' => 'Configuration',
      'PayloadVersion' => 1,
      'PayloadContent' => [
        {
          'PayloadType' => 'com.acme.settings',
          'PayloadIdentifier' => 'com.acme.typed.one',
          'PayloadUUID' => '1B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11',
          'PayloadVersion' => 1,
          'icon' => Cmdm.data('AAH/'.unpack1('m0')),
          'since' => Time.utc(2026, 1, 31, 1, 2, 3),
        },
      ],
    }
  )
  payload_uuids 'keep'
end

# com.acme.typed@alice
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# signature: the Mac does not show whether it was signed
# origin-unknown: who installed it is not shown; leave it out if declarative management owns it
# user: it belongs to the user alice of this Mac
macos_profile 'com.acme.typed' do
  content(
    {
      'PayloadIdentifier' => 'com.acme.typed',
      'PayloadType' => 'Configuration',
      'PayloadVersion' => 1,
      'PayloadScope' => 'User',
      'PayloadContent' => [
        {
          'PayloadType' => 'com.apple.dock',
          'PayloadIdentifier' => 'com.acme.typed.dock',
          'PayloadUUID' => '6B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11',
          'PayloadVersion' => 1,
          'tilesize' => 48,
        },
      ],
    }
  )
  payload_uuids 'keep'
  user 'alice'
end

# com.acme.wide
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# signature: the Mac does not show whether it was signed
macos_profile 'com.acme.wide' do
  content(
    {
      'PayloadIdentifier' => 'com.acme.wide',
      'PayloadType' => 'Configuration',
      'PayloadVersion' => 1,
      'PayloadContent' => [
        {
          'PayloadType' => 'com.acme.settings',
          'PayloadIdentifier' => 'com.acme.wide.one',
          'PayloadUUID' => '2B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11',
          'PayloadVersion' => 1,
          'big' => 18446744073709551615,
          'old' => Time.utc(44, 3, 15, 0, 0, 0),
          'note' => 'it\'s %{y}',
        },
      ],
    }
  )
  payload_uuids 'keep'
end

# com.acme.wifi
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# secret-left-out: PayloadContent[0].ProxyPassword: the Mac shows a value under this password-like key; it was not written, add it
# secret-left-out: PayloadContent[0].EAPClientConfiguration.UserPassword: the Mac shows a value under this password-like key; it was not written, add it
# secrets-not-shown: PayloadContent[0]: macOS does not show these, add those that were set: Password
# settings-not-shown: PayloadContent[1]: the Mac shows no setting of com.apple.security.scep
# secrets-not-shown: PayloadContent[1]: macOS does not show these, add those that were set: Challenge
# signature: the Mac does not show whether it was signed
# origin-unknown: who installed it is not shown; leave it out if declarative management owns it
macos_profile 'com.acme.wifi' do
  content(
    {
      'PayloadIdentifier' => 'com.acme.wifi',
      'PayloadType' => 'Configuration',
      'PayloadVersion' => 1,
      'PayloadContent' => [
        {
          'PayloadType' => 'com.apple.wifi.managed',
          'PayloadIdentifier' => 'com.acme.wifi.one',
          'PayloadUUID' => '3B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11',
          'PayloadVersion' => 1,
          'SSID_STR' => 'Acme',
          'EAPClientConfiguration' => {
            'UserName' => 'mac',
          },
        },
        {
          'PayloadType' => 'com.apple.security.scep',
          'PayloadIdentifier' => 'com.acme.wifi.two',
          'PayloadUUID' => '4B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11',
          'PayloadVersion' => 1,
        },
      ],
    }
  )
  payload_uuids 'keep'
end
