# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'fileutils'

module Testing
  # One run of one suite: a process group of its own with all output in a log, ended when its time is up.
  class Run
    attr_reader :suite, :log, :report, :began, :success, :seconds, :reason

    def initialize(suite, folder)
      @suite = suite
      @log = File.join(folder, "#{suite.slug}.log")
      @report = File.join(folder, "#{suite.slug}.json")
      @lock = Mutex.new
      @stopped = false
    end

    def folder
      @suite.folder
    end

    def call
      FileUtils.rm_f([@log, @report])
      @began = Time.now
      start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      @success = ended_well?(spawn_command)
      @seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
      self
    end

    # Ends the run from outside, as an interrupt does; one that is about to start does not.
    def stop
      @lock.synchronize do
        @stopped = true
        Process.kill(:TERM, -@pid) if @pid
      end
    rescue Errno::ESRCH
      nil
    end

    def tally
      @suite.counts.tally(self).judged_by(@success)
    end

    private

    def spawn_command
      options = { chdir: @suite.folder, in: File::NULL, out: [@log, 'w'], err: %i[child out], pgroup: true }
      @lock.synchronize { @pid = Process.spawn(*@suite.command(@report), options) unless @stopped }
    rescue SystemCallError => e
      File.write(@log, "#{e.message}\n")
      nil
    end

    def ended_well?(pid)
      return false unless pid

      waiter = Process.detach(pid)
      return waiter.value.success? == true if waiter.join(@suite.limit)

      @reason = "no end after #{@suite.limit} s"
      stop
      waiter.join(10) || Process.kill(:KILL, -pid)
      false
    end
  end
end
