# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

module Cmdm
  # The folder under which Apple's tools stand: the machine's own root, or that of a simulated Mac. The rule is the
  # helper's: a simulated one needs a state folder of its own, and root on a real Mac never gets one.
  module MacRoot
    ROOT = 'CMDM_MAC_ROOT'
    STATE = 'CMDM_STATE_DIR'

    # @return [String] the folder, +/+ for the machine's own
    # @raise [Refused] when CMDM_MAC_ROOT is set and may not be
    def self.of(env = ENV, platform = RUBY_PLATFORM, uid = Process.uid)
      asked = env[ROOT]
      return '/' if asked.nil?

      if env[STATE].to_s.empty?
        refuse(asked, "is taken only together with #{STATE}; set both or neither")
      elsif uid.zero? && platform.include?('darwin')
        refuse(asked, 'is never taken when root runs this on a Mac; unset it')
      end
      folder(asked)
    end

    # @param path [String] a tool's absolute path on a Mac, such as +/usr/bin/profiles+
    def self.tool(path, env = ENV)
      File.join(of(env), path)
    end

    def self.folder(asked)
      folder = File.expand_path(asked)
      return folder if asked.start_with?('/') && folder != '/'

      refuse(asked, "must be the absolute path of a simulated Mac's folder; unset it or mend it")
    end
    private_class_method :folder

    def self.refuse(asked, words)
      raise Refused, "#{ROOT}=#{asked} #{words}"
    end
    private_class_method :refuse
  end
end
