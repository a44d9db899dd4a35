# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'
require 'puppet_x/cmdm/puppet/configuration'

RSpec.describe PuppetX::Cmdm::Configuration do
  def config(parameters)
    described_class.new(Puppet::Type.type(:cmdm_settings).new({ name: 'cmdm' }.merge(parameters))).config
  end

  it 'gives what only some products have under the names of the contract' do
    expect(config(mdm_product: 'workspaceone',
                  mdm_settings: { 'tenant_code' => 'file:/etc/cmdm/tenant', 'objects' => true, 'group' => 1234 }))
      .to eq('mdm' => { 'product' => 'workspaceone', 'tenantCode' => 'file:/etc/cmdm/tenant', 'objects' => true,
                        'group' => 1234 })
  end

  it 'lets no further setting take the place of one that has a parameter' do
    expect(config(mdm_url: 'https://mdm.acme.example', mdm_settings: { 'url' => 'https://elsewhere.example' }))
      .to eq('mdm' => { 'url' => 'https://mdm.acme.example' })
  end

  it 'refuses a secret in place of its source without repeating it' do
    expect { config(mdm_settings: { 'tenant_code' => 'hunter2' }) }
      .to raise_error(Puppet::Error, /tenant_code is a source/) { |error| expect(error.message).not_to include('hunter2') }
  end
end
