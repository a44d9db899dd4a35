# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

# Shared by the Chef cookbook and the Puppet module.
module Cmdm
  # A running program that is spoken to in lines. Its standard input closes with this process, which ends it.
  class Child
    LONGEST = 64 * 1024 * 1024
    CHUNK = 64 * 1024
    GRACE = 3
    # What a Ruby program leaves in the environment for programs of its own kind.
    RUBYS = /\A(RUBYOPT|RUBYLIB|GEM_HOME|GEM_PATH|BUNDLE_.*|BUNDLER_.*)\z/.freeze

    # When a line did not come or could not be sent in time.
    class Silent < StandardError; end
    # When the program has ended, or sends what is no line.
    class Ended < StandardError; end

    # @param command [Array<String>] program and arguments; no shell runs it
    # @yield [line] a line of its standard error, from another thread
    def initialize(command, env: ENV, &log)
      @log = log || proc {}
      @said = []
      @buffer = String.new
      start(command, env.to_h.keys.grep(RUBYS).map { |name| [name, nil] }.to_h)
    end

    # The last lines of its standard error.
    def last_words
      @errors.join(1)
      @said.join(' / ')
    end

    # rubocop:disable Lint/IncompatibleIoSelectWithFiberScheduler -- what it asks for needs io/wait before Ruby 3
    def write(line, seconds)
      rest = "#{line}\n".b
      until rest.empty?
        raise Silent unless IO.select(nil, [@in], nil, seconds)

        sent = @in.write_nonblock(rest, exception: false)
        rest = rest.byteslice(sent..-1) if sent.is_a?(Integer)
      end
    rescue SystemCallError, IOError
      raise Ended
    end

    # @param seconds [Numeric] how long it may say nothing
    def read(seconds)
      until (line = @buffer.slice!(/\A[^\n]*\n/))
        raise Ended if @buffer.bytesize > LONGEST
        raise Silent unless IO.select([@out], nil, nil, seconds)

        @buffer << @out.readpartial(CHUNK)
      end
      line.force_encoding(Encoding::UTF_8)
    rescue SystemCallError, IOError
      raise Ended
    end

    # rubocop:enable Lint/IncompatibleIoSelectWithFiberScheduler

    # Lets it finish, for at most GRACE seconds.
    def close
      @in.close unless @in.closed?
      @waiter.join(GRACE)
    ensure
      kill
    end

    # Ends it and all that it started.
    def kill
      Process.kill(:KILL, -@pid) if @waiter.alive?
      @waiter.join
    rescue Errno::ESRCH, Errno::EPERM
      nil
    ensure
      [@in, @out].each { |io| io.close unless io.closed? }
    end

    private

    def start(command, env)
      child_in, @in = IO.pipe
      @out, child_out = IO.pipe
      errors, child_errors = IO.pipe
      [@in, @out].each(&:binmode)
      @buffer.force_encoding(Encoding::BINARY)
      @pid = Process.spawn(env, [command.first, command.first], *command.drop(1),
                           in: child_in, out: child_out, err: child_errors, pgroup: true)
      @waiter = Process.detach(@pid)
      @errors = Thread.new { listen(errors) }
    ensure
      [child_in, child_out, child_errors].each { |io| io&.close }
    end

    def listen(errors)
      errors.each_line do |line|
        text = line.scrub('?').strip
        @said = (@said + [text]).last(3)
        @log.call(text)
      end
    rescue IOError
      nil
    ensure
      errors.close
    end
  end
end
