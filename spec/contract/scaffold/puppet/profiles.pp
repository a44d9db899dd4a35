# Written by cmdm import. Above each profile stands what could not be recovered:
# read it before this is used, for applying it replaces what is installed.

# com.acme.o'brien "#{1}" ${x} %{y} \ --
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# signature: it was signed; what is written here is not
macos_profile { 'com.acme.o\'brien "#{1}" ${x} %{y} \\ --':
  content       => {
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
        'lines' => "first\nsecond #{1} \${x} %{y}\n",
        'script' => "#!/bin/sh\n\techo \"\$HOME\" 'a'\n",
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
  },
  payload_uuids => 'keep',
}

# com.acme.typed
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# local-copy: it was installed on the Mac itself; an MDM refuses to replace such a copy
# written-as-text: it holds a value that has no form of its own here, so it stands as the text of a property list
macos_profile { 'com.acme.typed':
  content       => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n<dict>\n\t<key>PayloadContent</key>\n\t<array>\n\t\t<dict>\n\t\t\t<key>PayloadIdentifier</key>\n\t\t\t<string>com.acme.typed.one</string>\n\t\t\t<key>PayloadType</key>\n\t\t\t<string>com.acme.settings</string>\n\t\t\t<key>PayloadUUID</key>\n\t\t\t<string>1B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>\n\t\t\t<key>PayloadVersion</key>\n\t\t\t<integer>1</integer>\n\t\t\t<key>icon</key>\n\t\t\t<data>AAH/</data>\n\t\t\t<key>since</key>\n\t\t\t<date>2026-01-31T01:02:03Z</date>\n\t\t</dict>\n\t</array>\n\t<key>PayloadIdentifier</key>\n\t<string>com.acme.typed</string>\n\t<key>PayloadType</key>\n\t<string>Configuration</string>\n\t<key>PayloadUUID</key>\n\t<string>14DBEAD4-BD46-5C3C-AC33-9475E3D39C23</string>\n\t<key>PayloadVersion</key>\n\t<integer>1</integer>\n</dict>\n</plist>\n",
  payload_uuids => 'keep',
}

# com.acme.wide
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# signature: the Mac does not show whether it was signed
# written-as-text: it holds a value that has no form of its own here, so it stands as the text of a property list
macos_profile { 'com.acme.wide':
  content       => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n<dict>\n\t<key>PayloadContent</key>\n\t<array>\n\t\t<dict>\n\t\t\t<key>PayloadIdentifier</key>\n\t\t\t<string>com.acme.wide.one</string>\n\t\t\t<key>PayloadType</key>\n\t\t\t<string>com.acme.settings</string>\n\t\t\t<key>PayloadUUID</key>\n\t\t\t<string>2B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>\n\t\t\t<key>PayloadVersion</key>\n\t\t\t<integer>1</integer>\n\t\t\t<key>big</key>\n\t\t\t<integer>18446744073709551615</integer>\n\t\t\t<key>note</key>\n\t\t\t<string>it's %{y}</string>\n\t\t\t<key>old</key>\n\t\t\t<date>0044-03-15T00:00:00Z</date>\n\t\t</dict>\n\t</array>\n\t<key>PayloadIdentifier</key>\n\t<string>com.acme.wide</string>\n\t<key>PayloadType</key>\n\t<string>Configuration</string>\n\t<key>PayloadUUID</key>\n\t<string>CCBA80B3-5FD9-5E2C-BD26-604207C10DBB</string>\n\t<key>PayloadVersion</key>\n\t<integer>1</integer>\n</dict>\n</plist>\n",
  payload_uuids => 'keep',
}

# com.acme.wifi
# not-proven: put together from what the Mac shows, not from the bytes that were sent; cmdm would replace the copy on the Mac
# secret-left-out: PayloadContent[0].ProxyPassword: the Mac shows a value under this password-like key; it was not written, add it
# secret-left-out: PayloadContent[0].EAPClientConfiguration.UserPassword: the Mac shows a value under this password-like key; it was not written, add it
# secrets-not-shown: PayloadContent[0]: macOS does not show these, add those that were set: Password
# settings-not-shown: PayloadContent[1]: the Mac shows no setting of com.apple.security.scep
# secrets-not-shown: PayloadContent[1]: macOS does not show these, add those that were set: Challenge
# signature: the Mac does not show whether it was signed
# origin-unknown: who installed it is not shown; leave it out if declarative management owns it
macos_profile { 'com.acme.wifi':
  content       => {
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
  },
  payload_uuids => 'keep',
}
