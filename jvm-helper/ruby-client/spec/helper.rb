# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'fileutils'
require 'tmpdir'
require_relative '../lib/cmdm'

RSpec.configure do |config|
  config.disable_monkey_patching!
  config.order = :random
end

# A helper in Ruby that answers as a script says, one step for each line it is sent.
module FakeHelper
  OPENED = { 'contracts' => [1], 'operations' => %w[open state], 'version' => '0', 'jarSha256' => '' }.freeze

  # @param body [String] Ruby; +line+ is what was sent, as a Hash; +say+ answers it
  def fake_helper(body, opened: OPENED)
    folder = Dir.mktmpdir
    (@folders ||= []) << folder
    path = File.join(folder, 'cmdm')
    File.write(path, program(body, opened, File.join(folder, 'ended')))
    File.chmod(0o755, path)
    path
  end

  def program(body, opened, ended)
    <<~RUBY
      #!#{RbConfig.ruby}
      require 'json'
      $stdout.sync = true
      say = proc { |line, answer| puts JSON.generate({ 'contract' => 1, 'id' => line['id'] }.merge(answer)) }
      while (text = $stdin.gets)
        line = JSON.parse(text)
        next say.call(line, 'result' => #{opened.inspect}) if line['operation'] == 'open'

        #{body}
      end
      File.write(#{ended.inspect}, '')
    RUBY
  end

  def self.included(group)
    group.after { (@folders || []).each { |folder| FileUtils.rm_rf(folder) } }
  end
end
