# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# @summary Keeps the configuration profiles of this Mac as declared, through the MDM.
#
# What is left out comes from the helper's environment or from `/etc/cmdm/cmdm.yaml` on the Mac.
#
# @example
#   class { 'cmdm':
#     mdm_product          => 'nanomdm',
#     mdm_url              => 'https://mdm.acme.example',
#     mdm_credential       => 'file:/etc/cmdm/mdm.key',
#     credential_on_device => true,
#   }
#
# @param mdm_product
#   The MDM.
# @param mdm_url
#   Where the MDM is.
# @param mdm_credential
#   Where the helper takes the credential from: `file:/path` or `env:NAME`. Never the credential itself.
# @param mdm_settings
#   What else is set below `mdm` in `cmdm.yaml`, such as `group` or `tenant_code`. A secret is named by its source.
# @param credential_on_device
#   Whether this Mac may hold a credential that commands every Mac of the server, as a lab does.
# @param helper
#   The path of bin/cmdm, where it is not `/Library/Application Support/cmdm/bin/cmdm`.
# @param wait_seconds
#   How long a run waits for the Mac.
# @param removal_limit
#   How many profiles may go in one run for not being declared.
# @param mode
#   `audit` plans and reports everything and sends nothing.
# @param profiles
#   Profiles by identifier, each with the attributes of `macos_profile`. Merged deeply out of Hiera.
class cmdm (
  Optional[Cmdm::Product]                               $mdm_product          = undef,
  Optional[Cmdm::Url]                                   $mdm_url              = undef,
  Optional[String[1]]                                   $mdm_credential       = undef,
  Hash[String[1], Variant[String[1], Integer, Boolean]] $mdm_settings         = {},
  Optional[Boolean]                                     $credential_on_device = undef,
  Optional[Pattern[/\A\//]]                             $helper               = undef,
  Optional[Integer[0]]                                  $wait_seconds         = undef,
  Optional[Integer[0]]                                  $removal_limit        = undef,
  Optional[Enum['enforce', 'audit']]                    $mode                 = undef,
  Hash[Cmdm::Identifier, Cmdm::Profile]                 $profiles             = {},
) {
  # Said here, for a type mismatch would print the value.
  if $mdm_credential and $mdm_credential !~ Cmdm::Source {
    fail('cmdm::mdm_credential must be a source, such as file:/etc/cmdm/mdm.key, never the credential itself')
  }

  ['client_identity_password', 'proxy_credential', 'tenant_code'].each |$secret| {
    if $mdm_settings[$secret] and $mdm_settings[$secret] !~ Cmdm::Source {
      fail("cmdm::mdm_settings: ${secret} must be a source, such as file:/etc/cmdm/${secret}, never the secret itself")
    }
  }

  $further = empty($mdm_settings) ? {
    true    => undef,
    default => $mdm_settings,
  }

  cmdm_settings { 'cmdm':
    mdm_product          => $mdm_product,
    mdm_url              => $mdm_url,
    mdm_credential       => $mdm_credential,
    mdm_settings         => $further,
    credential_on_device => $credential_on_device,
    helper               => $helper,
    wait_seconds         => $wait_seconds,
    removal_limit        => $removal_limit,
    mode                 => $mode,
  }

  $profiles.each |$identifier, $attributes| {
    macos_profile { $identifier:
      * => $attributes,
    }
  }
}
