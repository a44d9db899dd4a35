# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'English'
require 'fileutils'
require 'open3'
require 'stringio'
require 'tmpdir'

SCRIPTS = File.expand_path('..', __dir__)

# A folder of its own for each example.
RSpec.configure do |config|
  config.around do |example|
    Dir.mktmpdir('cmdm-script-') do |folder|
      @folder = folder
      example.run
    end
  end
  config.disable_monkey_patching!
end

# Runs a command and gives its output, errors and exit status.
def capture(env, *command, **options)
  out, err, status = Open3.capture3(env, *command, **options)
  [out, err, status.exitstatus]
end
