# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

provides :macos_profiles
unified_mode true

description 'Keeps a set of configuration profiles as declared: one plan, one sending, one wait.'

property :set_name, String, name_property: true,
                            description: 'Names the set; what it installed stays its own.'
property :profiles, Hash, required: true, sensitive: true,
                          description: 'By identifier: the content as a Hash, the name of a cookbook file, an absolute path, or a Hash of ' \
                      'properties of macos_profile. nil leaves an entry out.'
property :complete, [true, false], default: false, desired_state: false,
                                   description: 'Whether what is owned and not declared here is removed.'
property :prefix, String, default: lazy { set_name }, desired_state: false,
                          description: 'With complete: identifiers that begin with this and a dot are owned.'
property :keep, [String, Array], desired_state: false,
                                 description: 'Identifiers that complete never removes.'
property :allow_empty, [true, false], default: false, desired_state: false,
                                      description: 'Whether an empty complete set may remove everything it owns.'
property :removal_limit, Integer, desired_state: false,
                                  description: "How many may go in one run; node['cmdm']['removal_limit'] without it."
property :on_unavailable, [String, Symbol], equal_to: %w(warn fail) + %i(warn fail), desired_state: false,
                                            description: 'Not enrolled, or MDM not reachable: warn, or fail the run; ' \
                                  "node['cmdm']['on_unavailable'] without it."
property :on_pending, [String, Symbol], equal_to: %w(ok fail) + %i(ok fail), desired_state: false,
                                        description: 'Sent and not yet seen: ok, or fail the run; ' \
                              "node['cmdm']['on_pending'] without it."

action_class do
  include CmdmCookbook::Converging

  def declared
    new_resource.profiles.to_h.compact.map do |identifier, value|
      declaring(identifier) { |declaration| declaration.entry(identifier.to_s, value) }
    end
  end

  # A set in which an entry was not understood removes nothing.
  def desired
    profiles = declared
    desired = { 'owner' => "chef:#{new_resource.set_name}", 'profiles' => profiles.compact }
    return desired unless new_resource.complete && profiles.none?(&:nil?)

    desired.merge('complete' => true, 'prefix' => new_resource.prefix)
  end
end

action :apply, description: 'Installs, replaces and, if complete, removes.' do
  converge_profiles(desired, 'allowEmpty' => new_resource.allow_empty,
                             'keep' => new_resource.keep && Array(new_resource.keep),
                             'removalLimit' => new_resource.removal_limit)
end
