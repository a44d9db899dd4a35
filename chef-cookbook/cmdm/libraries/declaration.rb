# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module CmdmCookbook
  # A declared profile in the contract's form.
  class Declaration
    SOURCES = %w(content source path data).freeze
    FLAGS = { 'stamp' => 'stamp', 'fill' => 'fill', 'resign' => 'resign', 'allow_cut' => 'allowCut' }.freeze
    OPTIONS = %w(cookbook channel user replaces stamp fill resign allow_cut payload_uuids ensure).freeze

    # @param run_context where cookbook files are found
    # @param resource the resource that declares; lazies are evaluated in it
    def initialize(run_context, resource)
      @run_context = run_context
      @resource = resource
    end

    # @param given [Hash] content or a source, and options, by the names of macos_profile's properties
    def present(identifier, given)
      given = text_keys(given).compact
      chosen = given.keys & SOURCES
      unless chosen.size == 1
        raise Cmdm::Refused, "needs one of content, source, path and data, and has #{chosen.empty? ? 'none' : chosen.join(', ')}"
      end

      form(identifier, given).merge(bytes_or_content(chosen.first, given))
    end

    def absent(identifier, user = nil)
      form(identifier, 'user' => user, 'ensure' => 'absent')
    end

    # @param value [Hash, String, nil] an entry of a set: content, the name of a cookbook file, an absolute path, or a
    #   Hash of macos_profile's properties
    def entry(identifier, value)
      value = call(value) if value.respond_to?(:call)
      case value
      when String then present(identifier, (value.start_with?('/') ? 'path' : 'source') => value)
      when Hash then hash_entry(identifier, value)
      else raise Cmdm::Refused, "must be a Hash or the name of a file, not #{value.class}"
      end
    end

    private

    def hash_entry(identifier, value)
      given = text_keys(value)
      return present(identifier, 'content' => value) unless properties?(given)
      return absent(identifier, given['user']) if given['ensure'].to_s == 'absent'

      present(identifier, given)
    end

    def properties?(given)
      !given.empty? && (given.keys - SOURCES - OPTIONS).empty?
    end

    def form(identifier, given)
      form = { 'label' => "#{@resource.declared_type}[#{@resource.name}] #{identifier}", 'identifier' => identifier }
      form['ensure'] = given['ensure'].to_s if given['ensure']
      form.merge!('scope' => 'user', 'user' => given['user'].to_s) if given['user']
      form['channel'] = given['channel'].to_s if given['channel']
      form['payloadUuids'] = given['payload_uuids'].to_s if given['payload_uuids']
      FLAGS.each { |name, field| form[field] = given[name] unless given[name].nil? }
      form['replaces'] = Array(given['replaces']).map(&:to_s) if given['replaces']
      form
    end

    def bytes_or_content(kind, given)
      case kind
      when 'content' then { 'content' => Cmdm::JsonForm.of(given['content']) { |lazy| call(lazy) } }
      when 'path' then { 'path' => given['path'].to_s }
      when 'source' then { 'data' => Cmdm::JsonForm.data(cookbook_file(given['source'], given['cookbook'])) }
      when 'data' then { 'data' => Cmdm::JsonForm.data(bytes(given['data'])) }
      end
    end

    def cookbook_file(source, cookbook)
      owner = @run_context.cookbook_collection[(cookbook || @resource.cookbook_name).to_s]
      File.binread(owner.preferred_filename_on_disk_location(@run_context.node, :files, source))
    end

    def bytes(data)
      data.respond_to?(:bytes) && !data.is_a?(String) ? data.bytes : data
    end

    def call(lazy)
      lazy.arity.zero? ? @resource.instance_exec(&lazy) : @resource.instance_exec(@resource, &lazy)
    end

    def text_keys(hash)
      hash.each_pair.map { |key, value| [key.to_s, value] }.to_h
    end
  end
end
