# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'
%w(cmdm_errors settings).each { |library| require_relative "../../libraries/#{library}" }

describe CmdmCookbook::Settings do
  def config(mdm)
    described_class.new('mode' => 'enforce', 'on_unavailable' => 'warn', 'on_pending' => 'ok', 'on_error' => 'fail',
                        'mdm' => mdm).config
  end

  it 'gives what only some servers have under the names of the contract' do
    expect(config('product' => 'workspaceone', 'url' => nil, 'tenant_code' => 'file:/etc/cmdm/tenant', 'group' => 1234))
      .to eq('mdm' => { 'product' => 'workspaceone', 'tenantCode' => 'file:/etc/cmdm/tenant', 'group' => 1234 })
  end

  it 'refuses a secret in place of its source without repeating it' do
    expect { config('tenant_code' => 'hunter2') }
      .to raise_error(Cmdm::Refused, /tenant_code.*must be a source/) { |error| expect(error.message).not_to include('hunter2') }
  end
end
