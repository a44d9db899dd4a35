# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative 'support/world'

RSpec.configure do |config|
  config.expect_with(:rspec)
  config.before(:context) { @world = World.new }
  config.after(:context) { @world&.stop }
end
