# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# What the Mac's own tool lists, and what the server was asked for.
describe command("#{ENV.fetch('CMDM_MAC_ROOT')}/usr/bin/profiles -P") do
  %w(screensaver loginwindow finder dock firewall).each do |name|
    its('stdout') { should match(/profileIdentifier: com\.acme\.#{name}$/) }
  end
  its('stdout') { should match(/^There are 6 configuration profiles installed/) }
end

describe file(ENV.fetch('CMDM_TEST_REQUESTS')) do
  it 'tells of five installs over both runs' do
    expect(subject.content.scan(' InstallProfile ').size).to eq 5
  end
end
