# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'
require 'json'
require 'puppet_x/cmdm/puppet/run'

# Only one gem set brings the validator; the form is the same under both.
begin
  require 'json_schemer'
rescue LoadError
  warn 'json_schemer is not in this gem set: requests are checked against the schema in the other one'
end

if defined?(JSONSchemer)
  RSpec.describe 'What the module sends' do
    let(:schema) do
      file = File.expand_path('../../../../spec/contract/request.schema.json', __dir__)
      JSONSchemer.schema(JSON.parse(File.read(file)))
    end

    def request(fields)
      JSON.parse(JSON.generate({ 'contract' => 1, 'id' => '1' }.merge(fields)))
    end

    it 'is a request of the contract' do
      profile = Puppet::Type.type(:macos_profile)
      profiles = [{ content: { '$odd' => 1.0, 'data' => Puppet::Pops::Types::PBinaryType::Binary.new('x') } },
                  { source: '/a', scope: 'user', user: 'alice', replaces: 'com.acme.old', payload_uuids: 'derive' },
                  { source: '/a', fill: true, resign: true, allow_cut: true },
                  { content: '<plist/>', stamp: false, channel: 'local' }, { ensure: :absent }]
      desired = profiles.map { |one| PuppetX::Cmdm::Declaration.of(profile.new({ title: 'com.acme.a' }.merge(one))) }
      plan = request('operation' => 'plan', 'desired' => { 'owner' => 'puppet', 'profiles' => desired })

      expect(schema.validate(plan).map { |error| error['error'] }).to be_empty
      expect(schema.valid?(request('operation' => 'plan', 'desired' => { 'profiles' => desired }))).to be(false)
    end

    it 'opens a session with settings of the contract' do
      settings = Puppet::Type.type(:cmdm_settings).new(
        title: 'cmdm', mdm_product: 'micromdm', mdm_url: 'https://mdm', mdm_credential: 'file:/k', wait_seconds: 0,
        credential_on_device: false, mode: 'audit', removal_limit: 3
      )
      configuration = PuppetX::Cmdm::Configuration.new(settings)
      fields = { 'operation' => 'open', 'config' => configuration.config, 'options' => configuration.options }

      expect(schema.validate(request(fields)).map { |error| error['error'] }).to be_empty
      expect(configuration.config['credentialOnDevice']).to be(false)
    end
  end
end
