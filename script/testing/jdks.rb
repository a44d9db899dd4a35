# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module Testing
  # The JDKs of this machine besides the one that builds: the tests run on each of them too.
  class Jdks
    OLDEST = 17

    # @param folder [String] where Linux distributions put JDKs
    # @param default [String, nil] the home of the JDK that builds
    def initialize(folder: '/usr/lib/jvm', default: Jdks.find_default)
      @folder = folder
      @default = default
    end

    # The home that JAVA_HOME names or that the javac on the PATH belongs to.
    def self.find_default
      home = ENV.fetch('JAVA_HOME', '')
      return File.realpath(home) unless home.empty?

      javac = ENV.fetch('PATH').split(File::PATH_SEPARATOR).map { |path| File.join(path, 'javac') }
      found = javac.find { |file| File.executable?(file) }
      found && File.expand_path('../..', File.realpath(found))
    end

    # The homes of the others, each once, whatever links lead to it.
    def others
      homes = Dir.glob(File.join(@folder, '*/release')).map { |file| File.realpath(File.dirname(file)) }
      (homes.uniq - [@default]).select { |home| jdk?(home) }.sort
    end

    private

    def jdk?(home)
      version = File.read(File.join(home, 'release'))[/^JAVA_VERSION="(\d+)/, 1]
      version.to_i >= OLDEST && File.executable?(File.join(home, 'bin/java'))
    end
  end
end
