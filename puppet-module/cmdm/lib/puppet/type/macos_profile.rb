# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

Puppet::Type.newtype(:macos_profile) do
  @doc = <<-DOC
    A configuration profile of a Mac, kept as declared through the MDM.

    A run reads the Mac once, plans all profiles of the catalog together, sends what differs at once and waits once.
    Done is only what the Mac's own list shows afterwards.

    @example From a Hash
      macos_profile { 'com.acme.dock':
        content => {
          'PayloadDisplayName' => 'Dock',
          'PayloadContent'     => [{ 'PayloadType' => 'com.apple.dock', 'tilesize' => 48 }],
        },
      }

    @example From a file on the Mac: XML, binary or signed
      macos_profile { 'com.acme.wifi':
        source => '/etc/acme/wifi.mobileconfig',
      }

    **Autorequires:** the file that `source` names, and the package `cmdm`.
  DOC

  ensurable do
    desc 'Whether the profile is to be on the Mac.'
    newvalue(:present) { provider.create }
    newvalue(:absent) { provider.destroy }
    defaultto { :present if resource[:content] || resource[:source] }

    def retrieve
      provider.presence
    end

    # With noop Puppet 7 shows both values, Puppet 8 what change_to_s says; a failure has a reason of its own.
    def should_to_s(desired)
      resource.noop? ? "#{desired}#{provider.plan_words}" : super
    end

    def change_to_s(current, desired)
      provider.change_words || (resource.noop? ? provider.intention : super)
    end
  end

  newparam(:identifier, namevar: true) do
    desc "The profile's PayloadIdentifier."
    validate do |value|
      unless value.is_a?(String) && value =~ /\A[^-[:cntrl:]][^[:cntrl:]]*\z/ && value !~ /\A\s*\z/
        raise ArgumentError, 'identifier is a PayloadIdentifier: not blank, no leading dash, no control character'
      end
    end
  end

  newproperty(:uuid) do
    desc "What proves the content: the installed profile's PayloadUUID. Read only."
    defaultto :declared
    validate do |value|
      raise ArgumentError, 'uuid is read from the Mac and cannot be set; leave it out' unless value == :declared
    end

    # The plan has decided; a UUID alone would not tell, for signed files keep their own.
    def insync?(_current)
      provider.as_declared?
    end

    def is_to_s(_current)
      provider.difference
    end

    def should_to_s(_desired)
      'as declared'
    end

    def change_to_s(current, desired)
      provider.change_words || (resource.noop? ? provider.intention : super)
    end
  end

  # A property, for Puppet redacts a Sensitive value of properties only; the property uuid tells whether it differs.
  newproperty(:content) do
    desc 'The profile itself: a Hash, the text of a property list, or a Binary. May be Sensitive.'
    validate do |value|
      kinds = [Hash, String, Puppet::Pops::Types::PBinaryType::Binary]
      unless kinds.any? { |kind| value.is_a?(kind) }
        raise ArgumentError, 'content is a Hash, the text of a property list, or a Binary'
      end
    end

    def insync?(_current)
      true
    end

    def is_to_s(_current)
      '(not shown)'
    end

    def should_to_s(_desired)
      '(not shown)'
    end
  end

  newparam(:source) do
    desc 'The path of a file on the Mac: XML, binary or signed.'
    validate do |value|
      unless value.is_a?(String) && value.start_with?('/')
        raise ArgumentError, 'source is the absolute path of a file on the Mac; for a file of a module give ' \
                             'content => file(...), or binary_file(...) for one that is binary or signed'
      end
    end
  end

  newparam(:scope) do
    desc '`system`, or `user` together with `user`.'
    newvalues(:system, :user)
    defaultto :system
  end

  newparam(:user) do
    desc 'The short name of the user whose profile it is.'
  end

  newparam(:channel) do
    desc '`auto`: by MDM where that is open, else by the tool of old releases; `mdm` and `local` insist.'
    newvalues(:auto, :mdm, :local)
    defaultto :auto
  end

  newparam(:stamp, boolean: true) do
    desc 'Whether unsigned input gets the UUID that proves its content; `false` sends the file byte for byte.'
    newvalues(:true, :false)
    defaultto :true
  end

  newparam(:fill, boolean: true) do
    desc 'Whether `{{serial}}`, `{{udid}}` and `{{secret:NAME}}` in the profile are filled, on the Mac.'
    newvalues(:true, :false)
    defaultto :false
  end

  newparam(:resign, boolean: true) do
    desc 'Whether it is sent again when it was delivered with another signature.'
    newvalues(:true, :false)
    defaultto :false
  end

  newparam(:allow_cut, boolean: true) do
    desc "Whether a local copy may make way for the MDM's though the Mac may lose its network in between."
    newvalues(:true, :false)
    defaultto :false
  end

  newparam(:payload_uuids) do
    desc "Whether payload UUIDs are kept as written or derived. A file's are kept, a Hash's derived, unless said here."
    newvalues(:keep, :derive)
  end

  newparam(:replaces) do
    desc 'Identifiers of earlier profiles that go once this one has been seen.'
    munge { |value| Array(value) }
  end

  newparam(:on_unavailable) do
    desc 'Where the Mac is not enrolled or the MDM cannot be reached: `fail`, or only `warn`.'
    newvalues(:fail, :warn)
    defaultto :fail
  end

  newparam(:on_pending) do
    desc 'While the Mac has not fetched it: `ok`, or `fail`, which makes dependents wait.'
    newvalues(:ok, :fail)
    defaultto :ok
  end

  autorequire(:file) { [self[:source]].compact }
  autorequire(:package) { ['cmdm'] }
  autorequire(:cmdm_settings) { ['cmdm'] }

  validate do
    raise ArgumentError, 'give content or source, not both' if self[:content] && self[:source]
    raise ArgumentError, 'scope => user needs user' if self[:scope] == :user && self[:user].to_s.empty?
    raise ArgumentError, 'user needs scope => user' if self[:scope] == :system && self[:user]

    declared = self[:content] || self[:source] || self[:ensure] == :absent
    raise ArgumentError, 'give content or source' unless declared || self[:audit] || listed?

    inner = self[:content]['PayloadIdentifier'] if self[:content].is_a?(Hash)
    if inner && inner != self[:identifier]
      raise ArgumentError, "the content's PayloadIdentifier is another one than #{self[:identifier]}"
    end
  end

  # Whether it stands for a profile that was found on the Mac, not declared.
  def listed?
    !provider.nil? && provider.get(:ensure) == :present
  end
end
