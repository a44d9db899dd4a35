# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'

describe 'a recipe that cmdm import wrote' do
  platform 'mac_os_x'

  let(:folder) { File.expand_path('../../../../spec/contract/scaffold', __dir__) }
  let(:values) { JSON.parse(File.read(File.join(folder, 'values.json'))) }

  # The profiles that the recipe declares, as the helper is asked for them.
  def declared
    helper_answers(answer([]))
    use_double
    run = ChefSpec::SoloRunner.new(platform: 'mac_os_x', step_into: %w(macos_profile ruby_block))
    file = File.join(folder, 'chef/profiles.rb')
    run.converge('cmdm::default') { Chef::Recipe.new('cmdm_test', 'spec', run.run_context).from_file(file) }
    @asked.flat_map { |_, fields| fields['desired']['profiles'] }.uniq
  end

  it 'declares every value as what it is, and nothing in a text is obeyed' do
    profiles = declared.reject { |profile| profile['user'] }
    expect(profiles.map { |profile| [profile['identifier'], profile['content']] }.to_h).to eq(values)
    expect(profiles.map { |profile| profile['payloadUuids'] }.uniq).to eq(['keep'])
  end

  it 'declares the profile of a user for that user' do
    users = declared.select { |profile| profile['user'] }
    expect(users.map { |profile| profile.values_at('identifier', 'scope', 'user') }).to eq([%w(com.acme.typed user alice)])
  end
end
