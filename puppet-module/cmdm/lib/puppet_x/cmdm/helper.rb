# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

module Cmdm
  # Where the helper's launcher stands: as set, as CMDM_HELPER says, or in its own place on a Mac.
  module Helper
    INSTALLED = '/Library/Application Support/cmdm/bin/cmdm'
    VARIABLE = 'CMDM_HELPER'
    HINT = "install cmdm there, or name its bin/cmdm in the helper setting or in #{VARIABLE}"

    # @param setting [String, nil] what the recipe or manifest says
    # @return [String] an absolute path that can be run
    # @raise [HelperError] where there is none
    def self.path(setting = nil, env = ENV)
      path = [setting, env[VARIABLE], INSTALLED].map(&:to_s).find { |candidate| !candidate.empty? }
      return path if path.start_with?('/') && File.file?(path) && File.executable?(path)

      raise HelperError.new('helper', "the cmdm helper cannot be run: #{path}", exit: 78, hint: HINT)
    end
  end
end
