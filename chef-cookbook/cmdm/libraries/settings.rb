# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module CmdmCookbook
  # node['cmdm'], checked. A credential is never repeated in a message.
  class Settings
    SOURCE = /\A(env|file|command|keychain):/.freeze
    SECRETS = %w(client_identity_password proxy_credential tenant_code).freeze
    UNAVAILABLE = %w(mdm-unreachable mdm-unknown-device mdm-not-enrolled).freeze

    def initialize(attributes)
      @attributes = attributes
      one_of('mode', %w(enforce audit))
      one_of('on_unavailable', %w(warn fail))
      one_of('on_pending', %w(ok fail))
      one_of('on_error', %w(warn fail))
    end

    def helper
      Cmdm::Helper.path(@attributes['helper'])
    end

    # @return [Hash] the config that opens a session
    def config
      mdm = (@attributes['mdm'] || {}).to_h.compact
      credential = mdm['credential']
      unless credential.nil? || SOURCE.match?(credential.to_s)
        raise Cmdm::Refused, "node['cmdm']['mdm']['credential'] must be a source such as file:/etc/cmdm/mdm.key, " \
                             'never the credential itself'
      end
      config = mdm.empty? ? {} : { 'mdm' => named(mdm) }
      config['credentialOnDevice'] = on_device? unless @attributes['credential_on_device'].nil?
      config
    end

    def wait_seconds
      @attributes['wait_seconds']
    end

    def removal_limit
      @attributes['removal_limit']
    end

    def mode
      @attributes['mode'].to_s
    end

    def audit?
      mode == 'audit'
    end

    # Whether trouble of this class is only warned of.
    # @param on_unavailable [String, Symbol, nil] what a resource says of its own
    def only_warned?(error_class, on_unavailable)
      @attributes['on_error'].to_s == 'warn' ||
        ((on_unavailable || @attributes['on_unavailable']).to_s == 'warn' && UNAVAILABLE.include?(error_class))
    end

    # Whether what is pending counts as failed.
    # @param on_pending [String, Symbol, nil] what a resource says of its own
    def pending_fails?(on_pending)
      (on_pending || @attributes['on_pending']).to_s == 'fail'
    end

    private

    # What stands below mdm in cmdm.yaml, under the contract's names.
    def named(mdm)
      SECRETS.each do |name|
        next if mdm[name].nil? || SOURCE.match?(mdm[name].to_s)

        raise Cmdm::Refused, "node['cmdm']['mdm']['#{name}'] must be a source such as file:/etc/cmdm/#{name}, " \
                             'never the secret itself'
      end
      mdm.each_with_object({}) do |(name, value), named|
        named[name.gsub(/_([a-z])/) { Regexp.last_match(1).upcase }] = value
      end
    end

    def on_device?
      @attributes['credential_on_device'].to_s == 'true'
    end

    def one_of(name, words)
      return if words.include?(@attributes[name].to_s)

      raise Cmdm::Refused, "node['cmdm']['#{name}'] must be #{words.join(' or ')}"
    end
  end
end
