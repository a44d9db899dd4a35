# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'digest'
require 'json'
require 'time'

# The second implementation of docs/fingerprint.md, written from that page alone and used in tests only: where it and
# the helper disagree, one of them has misread the page. The numbers of sections are the page's.
module CmdmFingerprint
  # Bytes, which JSON has no kind for.
  Data = Struct.new(:bytes)

  # Section 1: a value of cmdm's JSON as a Ruby value: Hash, Array, String, Data, Time, Integer, Float, true, false or
  # nil.
  module Json
    module_function

    def value(raw)
      case raw
      when Hash then object(raw)
      when Array then raw.map { |item| value(item) }.compact
      else raw
      end
    end

    def object(raw)
      return members(raw) unless raw.size == 1

      case raw.keys.first
      when '$data' then Data.new(raw['$data'].unpack1('m0'))
      when '$date' then Time.iso8601(raw['$date'])
      when '$dict' then members(raw['$dict'])
      else members(raw)
      end
    end

    def members(raw)
      raw.transform_values { |item| value(item) }.compact
    end
  end

  # Section 3.
  class Encoding
    # +finder+ gives the name for a key and a text that is a reference, nil for other text.
    def initialize(&finder)
      @finder = finder || ->(_key, _text) {}
    end

    def encode(value, key = nil)
      case value
      when Hash then dictionary(value)
      when Array then "A#{u32(value.size)}".b + value.map { |item| encode(item, key) }.join
      when String then text(key, value)
      when Data then sized('B', value.bytes)
      when Time then "T#{[value.to_i].pack('q>')}".b
      when Integer then sized('I', value.to_s)
      when Float then "R#{[value].pack('G')}".b
      when true then 'Y'.b
      when false then 'N'.b
      else raise ArgumentError, "#{value.class} is no kind of value"
      end
    end

    private

    def dictionary(hash)
      entries = hash.sort_by { |key, _| key.b }.map { |key, value| sized('S', key) + encode(value, key) }
      "D#{u32(hash.size)}".b + entries.join
    end

    def text(key, value)
      name = @finder.call(key, value)
      name ? sized('P', name) : sized('S', value)
    end

    def sized(tag, content)
      "#{tag}#{u32(content.bytesize)}".b + content.b
    end

    def u32(number)
      [number].pack('N')
    end
  end

  # Section 5.
  module Uuid
    NAMESPACE = ['5f0e6b0d6c1d4a559a393d6f8a7f2c41'].pack('H*')
    SHAPE = /\A\h{8}-\h{4}-\h{4}-\h{4}-\h{12}\z/.freeze

    module_function

    def v5(name)
      bytes = Digest::SHA1.digest(NAMESPACE + name).bytes.first(16)
      bytes[6] = 0x50 + (bytes[6] % 0x10)
      bytes[8] = 0x80 + (bytes[8] % 0x40)
      hex = bytes.pack('C*').unpack1('H*').upcase
      [hex[0, 8], hex[8, 4], hex[12, 4], hex[16, 4], hex[20, 12]].join('-')
    end

    def of_payload(identifier, name)
      v5(Encoding.new.encode([identifier, name]))
    end
  end

  # A profile as a Hash of Ruby values, in the words of section 2.
  class Profile
    attr_reader :tree

    def initialize(tree)
      @tree = tree
    end

    # Section 6.
    def self.declared(tree)
      tree = { 'PayloadType' => 'Configuration', 'PayloadVersion' => 1 }.merge(tree)
      bare = new(tree)
      if tree['PayloadContent'].is_a?(Array)
        filled = bare.payloads.zip(bare.names).map do |payload, name|
          { 'PayloadIdentifier' => name, 'PayloadVersion' => 1,
            'PayloadUUID' => Uuid.of_payload(bare.identifier, name) }.merge(payload)
        end
        tree = tree.merge('PayloadContent' => filled)
      end
      new({ 'PayloadUUID' => new(tree).derived_uuid }.merge(tree))
    end

    def identifier
      string(tree['PayloadIdentifier'])
    end

    def payloads
      list = tree['PayloadContent']
      list.is_a?(Array) ? list.grep(Hash) : []
    end

    def names
      types = payloads.map { |payload| string(payload['PayloadType']) }
      payloads.each_with_index.map do |payload, at|
        own = payload['PayloadIdentifier']
        own.is_a?(String) ? own : "#{identifier}.#{types[at]}.#{types[0..at].count(types[at])}"
      end
    end

    # Lower-case UUID of each referable payload => its name.
    def referable
      @referable ||= begin
        pairs = payloads.map { |payload| string(payload['PayloadUUID']).downcase(:ascii) }.zip(names)
        pairs.select do |uuid, name|
          uuid.match?(Uuid::SHAPE) && pairs.one? { |other, _| other == uuid } &&
            pairs.one? { |_, other| other == name }
        end.to_h
      end
    end

    def reference(key, text)
      referable[text.downcase(:ascii)] unless key == 'PayloadIdentifier'
    end

    # Section 4.
    def encoded
      content = tree.reject { |key, _| key == 'PayloadUUID' }
      Encoding.new { |key, text| reference(key, text) }.encode(content)
    end

    def fingerprint
      @fingerprint ||= Digest::SHA256.digest("cmdm fingerprint 1\0".b + encoded)
    end

    def derived_uuid
      Uuid.v5(fingerprint)
    end

    # Section 7, +way+ is :keep or :derive.
    def stamp(way)
      derived = way == :derive ? Profile.new(rewrite(tree)) : self
      derived = self if derived.fingerprint != fingerprint
      Profile.new(derived.tree.merge('PayloadUUID' => derived_uuid))
    end

    private

    def rewrite(value, key = nil)
      case value
      when Hash then value.map { |inner, item| [inner, rewrite(item, inner)] }.to_h
      when Array then value.map { |item| rewrite(item, key) }
      when String
        name = reference(key, value)
        name ? Uuid.of_payload(identifier, name) : value
      else value
      end
    end

    def string(value)
      value.is_a?(String) ? value : ''
    end
  end

  module_function

  # A profile, filled in if +kind+ is 'content' and as it is if it is 'file'; +tree+ is a value as Json.value gives it.
  def profile(kind, tree)
    kind == 'content' ? Profile.declared(tree) : Profile.new(tree)
  end

  # What a vector expects of its profile.
  def answer(kind, tree)
    made = profile(kind, tree)
    uuids = made.stamp(:derive).payloads.map { |payload| payload['PayloadUUID'] }
    { 'fingerprint' => made.fingerprint.unpack1('H*'), 'derivedUuid' => made.derived_uuid,
      'payloadUuids' => uuids.map { |uuid| uuid if uuid.is_a?(String) } }
  end

  # The answers to many profiles, each {"kind": …, "profile": …}, as JSON both ways.
  def answers(json)
    JSON.generate(JSON.parse(json, max_nesting: false).map { |one| answer(one['kind'], Json.value(one['profile'])) },
                  max_nesting: 0)
  end
end
