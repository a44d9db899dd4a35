# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'

RSpec.describe Puppet::Type.type(:macos_profile) do
  def declared(attributes)
    described_class.new({ title: 'com.acme.dock' }.merge(attributes))
  end

  it 'is present where content or source is given' do
    expect(declared(source: '/a')[:ensure]).to eq(:present)
    expect(declared(content: { 'PayloadContent' => [] })[:ensure]).to eq(:present)
  end

  it 'takes content as a Hash, as text and as Binary' do
    binary = Puppet::Pops::Types::PBinaryType::Binary.new('bplist00')

    expect([{}, '<plist/>', binary].map do |content|
      declared(content: content)[:content]
    end).to eq([{}, '<plist/>', binary])
  end

  {
    'neither content nor source' => [{ ensure: :present }, /give content or source/],
    'both' => [{ content: {}, source: '/a' }, /not both/],
    'content of another class' => [{ content: 7 }, /content is a Hash/],
    'a source without a whole path' => [{ source: 'puppet:///modules/a/b' }, /absolute path/],
    'an identifier with a leading dash' => [{ title: '-R', ensure: :absent }, /no leading dash/],
    'a blank identifier' => [{ title: ' ', ensure: :absent }, /not blank/],
    'scope user without a user' => [{ source: '/a', scope: 'user' }, /needs user/],
    'a user without scope user' => [{ source: '/a', user: 'alice' }, /needs scope/],
    'a uuid' => [{ source: '/a', uuid: '8B3B' }, /leave it out/],
    'a channel that is none' => [{ source: '/a', channel: 'fax' }, /channel/],
    'another PayloadIdentifier inside' => [{ content: { 'PayloadIdentifier' => 'com.acme.other' } }, /another one/]
  }.each do |what, (attributes, message)|
    it "refuses #{what}" do
      expect { declared(attributes) }.to raise_error(Puppet::ResourceError, message)
    end
  end

  it 'never shows content' do
    property = declared(content: { 'secret' => 'hunter2' }).property(:content)

    expect([property.is_to_s('hunter2'), property.should_to_s('hunter2')]).to all(eq('(not shown)'))
  end
end
