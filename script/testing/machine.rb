# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module Testing
  # What this machine has of what suites need.
  class Machine
    def initialize(root)
      @root = root
    end

    def set?(name)
      stamp = File.join(@root, 'build/gems', name, RUBY_VERSION, 'complete')
      gemfile = File.join(@root, 'script/gems', name, 'Gemfile')
      File.file?(stamp) && File.read(stamp) == File.read(gemfile)
    end

    def tool?(name)
      ENV.fetch('PATH').split(File::PATH_SEPARATOR).any? { |folder| File.executable?(File.join(folder, name)) }
    end
  end
end
