# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

require 'stringio'
require 'time'

module Cmdm
  # Property-list values as the contract writes them. What is given is copied, never changed. Hashes and arrays of any
  # class become plain ones, symbols become text, nil is dropped; a value that is none of a property list's is refused
  # with its key path.
  class JsonForm
    DEEPEST = 128
    INTEGERS = (-(2**63)..((2**64) - 1)).freeze
    # What XML 1.0 cannot hold.
    UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.freeze

    # @yield [lazy] evaluates a value that can be called; without a block such a value is refused
    # @raise [UnsupportedValue]
    def self.of(value, path = '', &lazy)
      new(lazy).form(value, path)
    end

    # The contract's form of bytes.
    def self.data(bytes)
      { '$data' => [bytes].pack('m0') }
    end

    def initialize(lazy)
      @lazy = lazy
    end

    def form(value, path, depth = 0)
      refuse(path, "lies deeper than #{DEEPEST} levels or holds itself") if depth > DEEPEST
      case value
      when nil, true, false then value
      when Hash then dict(value, path, depth)
      when Array then array(value, path, depth)
      when Symbol, String then text(value.to_s, path)
      when Integer then integer(value, path)
      when Float then real(value, path)
      when Data then JsonForm.data(value.bytes)
      when StringIO then JsonForm.data(value.string)
      when IO then JsonForm.data(bytes_of(value))
      when Time, Date then { '$date' => date(value) }
      else other(value, path, depth)
      end
    end

    private

    def dict(hash, path, depth)
      plain = {}
      hash.each_pair do |key, value|
        name = key_name(key, path)
        at = path.empty? ? name : "#{path}.#{name}"
        refuse(at, 'is given twice, as text and as a symbol') if plain.key?(name)
        formed = form(value, at, depth + 1)
        plain[name] = formed unless formed.nil?
      end
      plain.size == 1 && plain.keys.first.start_with?('$') ? { '$dict' => plain } : plain
    end

    def key_name(key, path)
      refuse(path, "has a key of class #{key.class}; keys are text") unless [String, Symbol, Integer].any? do |c|
        key.is_a?(c)
      end
      text(key.to_s, path.empty? ? 'a key' : "a key of #{path}")
    end

    def array(list, path, depth)
      list.each_with_index.map { |value, index| form(value, "#{path}[#{index}]", depth + 1) }.compact
    end

    def text(value, path)
      utf8 = String.new(value)
      utf8 = utf8.encoding == Encoding::BINARY ? utf8.force_encoding(Encoding::UTF_8) : utf8.encode(Encoding::UTF_8)
      refuse(path, 'is no UTF-8 text; give bytes as Cmdm.data') unless utf8.valid_encoding?
      refuse(path, 'holds a control character, which a profile cannot') if UNWRITABLE.match(utf8)
      utf8
    rescue EncodingError
      refuse(path, 'is no UTF-8 text; give bytes as Cmdm.data')
    end

    def integer(value, path)
      INTEGERS.cover?(value) ? value : refuse(path, 'is a whole number beyond 64 bits')
    end

    def real(value, path)
      value.finite? ? value : refuse(path, 'is a number that is not finite')
    end

    # A date without a time is midnight UTC, wherever this runs.
    def date(value)
      return value.strftime('%Y-%m-%dT00:00:00Z') if value.instance_of?(Date)

      value.to_time.getutc.strftime('%Y-%m-%dT%H:%M:%SZ')
    end

    def bytes_of(io)
      position = io.pos
      io.rewind
      io.read
    ensure
      io.seek(position) if position
    end

    def other(value, path, depth)
      return form(@lazy.call(value), path, depth + 1) if @lazy && value.respond_to?(:call)

      refuse(path, "is of class #{value.class}, which a profile cannot hold")
    end

    def refuse(path, words)
      raise UnsupportedValue.new(path, words)
    end
  end
end
