# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

Puppet::Type.newtype(:cmdm_settings) do
  @doc = <<-DOC
    With what the profiles of this catalog are kept; declared once, by the class `cmdm`. Changes nothing by itself:
    the provider of `macos_profile` reads it out of the catalog. What is left out here comes from the helper's
    environment (`CMDM_...`) or from `/etc/cmdm/cmdm.yaml`.
  DOC

  newparam(:name, namevar: true) do
    desc 'Always `cmdm`.'
    validate do |value|
      raise ArgumentError, 'there is one cmdm_settings, named cmdm' unless value == 'cmdm'
    end
  end

  newparam(:mdm_product) do
    desc 'The MDM.'
    newvalues(:micromdm, :nanomdm, :nanohub, :mdmdirector, :workspaceone, :jamf, :fleet)
  end

  newparam(:mdm_url) do
    desc 'Where the MDM is.'
  end

  newparam(:mdm_credential) do
    desc 'Where the helper takes the credential from, such as `file:/etc/cmdm/mdm.key`; never the credential.'
    validate do |value|
      unless value.to_s =~ /\A(env|file|command|keychain):./
        raise ArgumentError, 'mdm_credential is a source (file:/path, env:NAME), never the credential itself'
      end
    end
  end

  newparam(:mdm_settings) do
    desc 'What else is set below `mdm` in `cmdm.yaml`; a secret is named by its source.'
    validate do |value|
      raise ArgumentError, 'mdm_settings is a hash' unless value.is_a?(Hash)

      value.each do |name, text|
        next unless %w[client_identity_password proxy_credential tenant_code].include?(name.to_s)
        next if text.to_s =~ /\A(env|file|command|keychain):./

        raise ArgumentError, "mdm_settings: #{name} is a source (file:/path, env:NAME), never the secret itself"
      end
    end
  end

  newparam(:credential_on_device) do
    desc 'Whether this Mac may hold a credential that commands every Mac of the server.'
    newvalues(:true, :false)
  end

  newparam(:helper) do
    desc 'The path of bin/cmdm.'
    validate do |value|
      raise ArgumentError, 'helper is an absolute path' unless value.to_s.start_with?('/')
    end
  end

  newparam(:wait_seconds) do
    desc 'How long a run waits for the Mac, in seconds.'
  end

  newparam(:removal_limit) do
    desc 'How many profiles may go in one run for not being declared.'
  end

  newparam(:mode) do
    desc '`enforce`, or `audit`: everything is planned and reported, nothing is sent.'
    newvalues(:enforce, :audit)
  end
end
