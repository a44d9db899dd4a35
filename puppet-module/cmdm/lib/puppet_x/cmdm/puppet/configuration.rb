# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

module PuppetX
  module Cmdm
    # The settings of a run, from the cmdm_settings of its catalog; without one the helper's own apply.
    class Configuration
      # @param catalog [Puppet::Resource::Catalog, nil]
      def self.of(catalog)
        new(catalog && catalog.resource('Cmdm_settings', 'cmdm'))
      end

      # @param settings [Puppet::Type, nil]
      def initialize(settings)
        @settings = settings
      end

      def helper
        setting(:helper)
      end

      def audit?
        text(:mode) == 'audit'
      end

      # What a session is opened with.
      def config
        mdm = { 'product' => text(:mdm_product), 'url' => text(:mdm_url), 'credential' => text(:mdm_credential) }
        mdm = further.merge(mdm.compact)
        config = {}
        config['mdm'] = mdm unless mdm.empty?
        config['credentialOnDevice'] = text(:credential_on_device) == 'true' if setting(:credential_on_device)
        config
      end

      # The options of a request.
      def options
        { 'mode' => text(:mode), 'waitSeconds' => count(:wait_seconds), 'removalLimit' => count(:removal_limit) }
          .compact
      end

      private

      # @return [Hash] what only some products have, under the contract's names
      def further
        (setting(:mdm_settings) || {}).each_with_object({}) do |(name, value), mdm|
          mdm[name.to_s.gsub(/_([a-z])/) { Regexp.last_match(1).upcase }] = value
        end
      end

      def setting(name)
        @settings && @settings[name]
      end

      def text(name)
        setting(name)&.to_s
      end

      def count(name)
        setting(name) && Integer(setting(name))
      end
    end
  end
end
