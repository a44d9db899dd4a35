# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

module Cmdm
  # What goes wrong in cmdm; the message is one line.
  class Error < StandardError; end

  # A value that cannot stand in a property list. Names the key path, never the value.
  class UnsupportedValue < Error
    # @return [String] where it stands, such as +PayloadContent[0].tilesize+
    attr_reader :path

    def initialize(path, words)
      @path = path.empty? ? 'the profile' : path
      super("#{@path} #{words}")
    end
  end

  # A root or a helper that must not be used, with what to do about it.
  class Refused < Error; end

  # What the helper answered instead of a result, or how it failed.
  class HelperError < Error
    # @return [String] class of the contract, such as +mdm-unreachable+; +helper+ where the helper itself failed
    attr_reader :error_class
    # @return [String] where it happened, empty where that says nothing
    attr_reader :where
    # @return [String] what to do, or empty
    attr_reader :hint
    # @return [Integer] the exit number of the command line for it
    attr_reader :exit
    # @return [Boolean] whether the same request may succeed later
    attr_reader :retryable

    # @param error [Hash] the contract's error object
    def self.of(error)
      new(error.fetch('class', 'internal'), error.fetch('message', 'no message'),
          where: error['where'].to_s, hint: error['hint'].to_s,
          exit: error.fetch('exit', 1), retryable: error['retryable'] == true)
    end

    def initialize(error_class, message, where: '', hint: '', exit: 70, retryable: false)
      @error_class = error_class
      @where = where
      @hint = hint
      @exit = exit
      @retryable = retryable
      super(line(message.to_s))
    end

    private

    def line(message)
      place = where.empty? || message.include?(where) ? '' : " (#{where})"
      todo = hint.empty? ? '' : "; #{hint}"
      "#{message}#{place}#{todo}".gsub(/\s*[\r\n]\s*/, ' ')
    end
  end
end
