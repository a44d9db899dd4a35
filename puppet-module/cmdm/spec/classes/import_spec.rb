# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'
require 'json'
require 'puppet_x/cmdm/puppet/run'

SCAFFOLD = File.expand_path('../../../../spec/contract/scaffold', __dir__)

RSpec.describe 'cmdm' do
  let(:facts) { { 'kernel' => 'Darwin' } }
  let(:values) { JSON.parse(File.read(File.join(SCAFFOLD, 'values.json'))) }

  # What the helper is asked for, by identifier.
  def declared
    resources = catalogue.resources.select { |resource| resource.type == 'Macos_profile' }
    resources.map do |resource|
      given = resource.to_hash.merge(title: resource.title)
      [resource.title, PuppetX::Cmdm::Declaration.of(Puppet::Type.type(:macos_profile).new(given))]
    end.to_h
  end

  # The text of a profile that was written as a file, without the comment in it.
  def text(name)
    { '$data' => [File.binread(File.join(SCAFFOLD, 'files', name)).sub(/<!--.*?-->\n/m, '')].pack('m0') }
  end

  # Bytes, dates and wide numbers cannot be handed on by Puppet: their profiles stand there as text.
  def expected
    values.merge(%w[com.acme.typed com.acme.wide].map { |name| [name, text("#{name}.mobileconfig")] }.to_h)
  end

  def contents(declared)
    declared.transform_values { |profile| profile['content'] || profile['data'] }
  end

  context 'with a manifest that cmdm import wrote' do
    let(:pre_condition) { File.read(File.join(SCAFFOLD, 'puppet/profiles.pp')) }
    let(:hiera_config) { File::NULL }

    it 'declares every value as what it is, and nothing in a text is obeyed' do
      expect(contents(declared)).to eq(expected)
      expect(declared.values.map { |profile| profile['payloadUuids'] }.uniq).to eq(['keep'])
    end
  end

  context 'with data that cmdm import wrote' do
    let(:hiera_config) do
      file = File.join(FAKE_MAC, 'hiera.yaml')
      File.write(file, <<~YAML)
        version: 5
        hierarchy:
          - name: imported
            datadir: #{SCAFFOLD}/hiera
            path: profiles.yaml
      YAML
      file
    end

    it 'declares every value as what it is, and nothing in a text is obeyed' do
      expect(contents(declared)).to eq(expected)
      expect(declared.values.map { |profile| profile['payloadUuids'] }.uniq).to eq(['keep'])
    end
  end
end
