# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'
require 'puppet_x/cmdm/puppet/declaration'

RSpec.describe PuppetX::Cmdm::Declaration do
  def form(attributes)
    described_class.of(Puppet::Type.type(:macos_profile).new({ title: 'com.acme.dock' }.merge(attributes)))
  end

  it 'writes a Hash as content and adds the identifier' do
    expect(form(content: { 'PayloadVersion' => 1, 'PayloadContent' => [{ 'size' => 48.0, 'unset' => nil }] })).to eq(
      'label' => 'Macos_profile[com.acme.dock]', 'identifier' => 'com.acme.dock', 'ensure' => 'present',
      'scope' => 'system', 'channel' => 'auto', 'stamp' => true,
      'content' => { 'PayloadIdentifier' => 'com.acme.dock', 'PayloadVersion' => 1,
                     'PayloadContent' => [{ 'size' => 48.0 }] }
    )
  end

  it 'writes text and Binary as data' do
    binary = Puppet::Pops::Types::PBinaryType::Binary.new("bplist00\xFF".b)

    expect(form(content: '<plist/>')['data']).to eq('$data' => 'PHBsaXN0Lz4=')
    expect(form(content: binary)['data']).to eq('$data' => 'YnBsaXN0MDD/')
  end

  it 'asks to fill, to sign anew and to cut only where that is declared' do
    expect(form(source: '/a').keys).not_to include('fill', 'resign', 'allowCut')
    expect(form(source: '/a', fill: true, resign: true, allow_cut: true))
      .to include('fill' => true, 'resign' => true, 'allowCut' => true)
    expect(form(source: '/a', fill: false).keys).not_to include('fill')
  end

  it "writes Puppet's Sensitive, Binary, Timestamp and undef inside a Hash" do
    types = Puppet::Pops::Types
    content = { 'a' => types::PSensitiveType::Sensitive.new('x'), 'b' => types::PBinaryType::Binary.new('y'),
                'c' => Puppet::Pops::Time::Timestamp.parse('2026-01-31T00:00:00 UTC'), 'd' => :undef }

    expect(form(content: content)['content'])
      .to eq('PayloadIdentifier' => 'com.acme.dock', 'a' => 'x', 'b' => { '$data' => 'eQ==' },
             'c' => { '$date' => '2026-01-31T00:00:00Z' })
  end

  it 'writes a path, options and what is absent' do
    expect(form(source: '/a', stamp: false, payload_uuids: 'keep', replaces: 'com.acme.old', channel: 'mdm'))
      .to include('path' => '/a', 'stamp' => false, 'payloadUuids' => 'keep', 'replaces' => ['com.acme.old'],
                  'channel' => 'mdm')
    expect(form(ensure: :absent)).to include('ensure' => 'absent', 'identifier' => 'com.acme.dock')
    expect(form(ensure: :absent, content: {})).not_to include('content')
  end

  it 'names the key path of what no profile can hold, never the value' do
    expect { form(content: { 'a' => [Float::NAN] }) }.to raise_error(Cmdm::UnsupportedValue, /a\[0\]/)
  end
end
