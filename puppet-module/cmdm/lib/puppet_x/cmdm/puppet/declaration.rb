# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'time'
require_relative '../../cmdm'

module PuppetX
  module Cmdm
    # A resource macos_profile as the contract's desired profile.
    class Declaration
      # @param resource [Puppet::Type]
      # @return [Hash]
      # @raise [::Cmdm::UnsupportedValue] for what no profile can hold
      def self.of(resource)
        new(resource).to_h
      end

      def initialize(resource)
        @resource = resource
      end

      def to_h
        {
          'label' => @resource.ref, 'identifier' => @resource[:identifier], 'ensure' => @resource[:ensure].to_s,
          'scope' => @resource[:scope].to_s, 'user' => @resource[:user], 'channel' => @resource[:channel].to_s,
          'stamp' => @resource[:stamp] != :false, 'fill' => flag(:fill), 'resign' => flag(:resign),
          'allowCut' => flag(:allow_cut), 'payloadUuids' => word(:payload_uuids),
          'replaces' => @resource[:replaces]
        }.merge(what).compact
      end

      private

      # Only what is asked for, so that a helper of before understands the rest.
      def flag(name)
        true if @resource[name] == :true
      end

      def word(name)
        @resource[name]&.to_s
      end

      def what
        return {} if @resource[:ensure] == :absent
        return { 'path' => @resource[:source] } if @resource[:source]

        content = @resource[:content]
        return { 'data' => ::Cmdm::JsonForm.data(content.b) } if content.is_a?(String)
        return { 'data' => ::Cmdm::JsonForm.data(content.binary_buffer) } unless content.is_a?(Hash)

        named = { 'PayloadIdentifier' => @resource[:identifier] }.merge(content)
        { 'content' => ::Cmdm::JsonForm.of(plain(named)) }
      end

      # Puppet's own kinds of values as Ruby's.
      def plain(value)
        case value
        when Hash then value.map { |key, inner| [key, plain(inner)] }.to_h
        when Array then value.map { |inner| plain(inner) }
        when :undef then nil
        when Puppet::Pops::Types::PSensitiveType::Sensitive then plain(value.unwrap)
        when Puppet::Pops::Types::PBinaryType::Binary then ::Cmdm.data(value.binary_buffer)
        when Puppet::Pops::Time::Timestamp then Time.at(value.to_r)
        else value
        end
      end
    end
  end
end
