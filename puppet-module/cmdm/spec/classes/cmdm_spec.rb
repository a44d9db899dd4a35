# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'

RSpec.describe 'cmdm' do
  let(:facts) { { 'kernel' => 'Darwin' } }

  it 'compiles, and takes profiles out of Hiera' do
    is_expected.to compile.with_all_deps
    is_expected.to contain_macos_profile('com.acme.hiera')
      .with_content('PayloadDisplayName' => 'From Hiera', 'PayloadContent' => [])
  end

  context 'with settings' do
    let(:params) do
      { 'mdm_product' => 'nanomdm', 'mdm_url' => 'https://mdm.acme.example', 'wait_seconds' => 5, 'mode' => 'audit',
        'mdm_credential' => 'file:/etc/cmdm/mdm.key', 'credential_on_device' => true,
        'profiles' => { 'com.acme.gone' => { 'ensure' => 'absent' } } }
    end

    it 'hands them to the provider in one resource' do
      is_expected.to contain_cmdm_settings('cmdm').only_with(
        'name' => 'cmdm', 'mdm_product' => 'nanomdm', 'mdm_url' => 'https://mdm.acme.example', 'wait_seconds' => 5,
        'mode' => 'audit', 'mdm_credential' => 'file:/etc/cmdm/mdm.key', 'credential_on_device' => true
      )
      is_expected.to contain_macos_profile('com.acme.gone').with_ensure('absent')
    end
  end

  %w[micromdm nanomdm nanohub mdmdirector workspaceone jamf fleet].each do |product|
    context "with #{product}" do
      let(:params) { { 'mdm_product' => product } }

      it { is_expected.to contain_cmdm_settings('cmdm').with_mdm_product(product) }
    end
  end

  {
    'a credential in place of its source' => [{ 'mdm_credential' => 'hunter2' }, /must be a source/],
    'an MDM it does not know' => [{ 'mdm_product' => 'mosyle' }, /mdm_product/],
    'a tenant code in place of its source' =>
      [{ 'mdm_settings' => { 'tenant_code' => 'hunter2' } }, /tenant_code must be a source/],
    'a URL that is none' => [{ 'mdm_url' => 'mdm.acme.example' }, /mdm_url/],
    'a negative wait' => [{ 'wait_seconds' => -1 }, /wait_seconds/],
    'a helper without a whole path' => [{ 'helper' => 'bin/cmdm' }, /helper/],
    'an attribute that a profile does not have' => [{ 'profiles' => { 'com.acme.a' => { 'sorce' => '/a' } } }, /sorce/],
    'an identifier that begins with a dash' => [{ 'profiles' => { '-R' => { 'ensure' => 'absent' } } }, /profiles/]
  }.each do |what, (given, message)|
    context "with #{what}" do
      let(:params) { given }

      it { is_expected.to compile.and_raise_error(message) }
    end
  end

  context 'with a credential in place of its source' do
    let(:params) { { 'mdm_credential' => 'hunter2' } }

    it 'does not repeat it' do
      expect { catalogue }.to(raise_error { |error| expect(error.message).not_to include('hunter2') })
    end
  end
end
