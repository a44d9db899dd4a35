# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module Testing
  # One line a suite; on a terminal also a passing line with what is running.
  class Console
    TAIL = 40

    def initialize(out)
      @out = out
      @lock = Mutex.new
      @running = []
    end

    def started(suite)
      @lock.synchronize do
        @running << suite.name
        show_running
      end
    end

    def finished(run, tally)
      @lock.synchronize do
        @running.delete(run.suite.name)
        say(line(tally.failed.zero? ? 'ok' : 'FAILED', run.suite, "#{tally}, #{run.seconds.round} s"))
        say(tally.failed.positive? ? tail(run) : page(run.suite))
        show_running
      end
    end

    def skipped(suite, hindrance)
      @lock.synchronize { say(line('SKIPPED', suite, hindrance)) }
    end

    def failed(suite, reason)
      @lock.synchronize { say(line('FAILED', suite, reason)) }
    end

    def close(tally, skip_fails)
      say('A skip is a failure here, because CI is true.') if skip_fails && tally.skipped.positive?
      say(tally.to_s)
    end

    private

    def line(word, suite, text)
      format('%-8<word>s%-30<name>s %<text>s', word: word, name: suite.name, text: text)
    end

    # What a suite that passed has to show, without what is not for a terminal.
    def page(suite)
      suite.shows ? File.readlines(suite.shows, encoding: 'UTF-8').reject { |line| line.start_with?('<!--') }.join : nil
    end

    def tail(run)
      lines = File.readlines(run.log, encoding: 'UTF-8').map { |text| "    #{text.scrub.chomp}" }
      [*lines.last(TAIL), "    #{run.reason || 'end of the log'}: #{run.log}"].join("\n")
    end

    def say(text)
      return unless text

      @out.print "\r\e[K" if @out.tty?
      @out.puts text
    end

    def show_running
      @out.print "\r\e[K", @running.empty? ? '' : "running: #{@running.join(', ')}" if @out.tty?
      @out.flush
    end
  end
end
