# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'tmpdir'
require 'fileutils'
require 'rspec-puppet'

# Nothing here may meet a real Mac: the root is an empty folder.
FAKE_MAC = Dir.mktmpdir('cmdm-module')
ENV['CMDM_MAC_ROOT'] = FAKE_MAC
ENV['CMDM_STATE_DIR'] = File.join(FAKE_MAC, 'state')
at_exit { FileUtils.rm_rf(FAKE_MAC) }

RSpec.configure do |config|
  config.module_path = File.expand_path('../..', __dir__)
  config.hiera_config = File.expand_path('fixtures/hiera.yaml', __dir__)
  config.setup_fixtures = false
  config.expect_with(:rspec)
end
$LOAD_PATH.unshift(File.expand_path('../lib', __dir__))
require 'puppet'
require 'puppet_x/cmdm'
