# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module Testing
  # How many tests passed, failed and were skipped.
  Tally = Struct.new(:passed, :failed, :skipped) do
    def self.none
      new(0, 0, 0)
    end

    def +(other)
      Tally.new(passed + other.passed, failed + other.failed, skipped + other.skipped)
    end

    def total
      passed + failed + skipped
    end

    # A command's exit status outweighs its reports: one that ends badly with no failed test, or well with no test at
    # all, has failed once more than it says.
    def judged_by(success)
      broken = success ? total.zero? : failed.zero?
      broken ? self + Tally.new(0, 1, 0) : self
    end

    def to_s
      "#{passed} passed, #{failed} failed, #{skipped} skipped"
    end
  end
end
