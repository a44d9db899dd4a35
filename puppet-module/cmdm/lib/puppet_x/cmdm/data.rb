# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# Generated from jvm-helper/ruby-client by make generate; do not edit.

# Shared by the Chef cookbook and the Puppet module.
module Cmdm
  # Bytes in a profile, where a String would be text. Never shows what it holds.
  class Data
    # @return [String] the bytes, binary and frozen
    attr_reader :bytes

    def initialize(bytes)
      @bytes = bytes.dup.force_encoding(Encoding::BINARY).freeze
      freeze
    end

    def ==(other)
      other.is_a?(Data) && other.bytes == bytes
    end
    alias eql? ==

    def hash
      bytes.hash
    end

    def to_s
      "#{bytes.bytesize} bytes"
    end

    def inspect
      "#<#{self.class} #{self}>"
    end
  end

  # Marks bytes as data of a property list.
  def self.data(bytes)
    Data.new(bytes)
  end
end
