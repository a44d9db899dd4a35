# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

provides :macos_profile
unified_mode true

description 'Installs, replaces or removes one configuration profile of this Mac, through its MDM.'

property :identifier, String, name_property: true,
                              description: 'The PayloadIdentifier at the top of the profile.'
property :content, Hash, sensitive: true,
                         description: 'The profile as a Hash.'
property :source, String,
         description: 'A .mobileconfig file of a cookbook: XML, binary or signed.'
property :cookbook, String, desired_state: false,
                            description: 'The cookbook of source, if not the one that declares.'
property :path, String,
         description: 'The absolute path of a profile on this Mac.'
property :data, [String, Cmdm::Data], sensitive: true,
                                      description: 'The bytes of a profile.'
property :user, String,
         description: 'The short name of the user for whom the profile is; without it, it is for the system.'
property :channel, [String, Symbol], equal_to: %w(auto mdm local) + %i(auto mdm local), desired_state: false,
                                     description: 'auto (by MDM where possible), mdm or local.'
property :replaces, [String, Array], desired_state: false,
                                     description: 'Identifiers that go once this profile has been seen on the Mac.'
property :stamp, [true, false], desired_state: false,
                                description: 'false sends an unsigned file byte for byte.'
property :fill, [true, false], desired_state: false,
                               description: 'true fills {{serial}}, {{udid}} and {{secret:NAME}} in the profile.'
property :resign, [true, false], desired_state: false,
                                 description: 'true sends it again when it was delivered with another signature.'
property :allow_cut, [true, false], desired_state: false,
                                    description: "true lets a local copy make way for the MDM's though the Mac may lose its network in between."
property :payload_uuids, [String, Symbol], equal_to: %w(keep derive) + %i(keep derive), desired_state: false,
                                           description: 'Whether the PayloadUUIDs of payloads are kept as written, or derived.'
property :on_unavailable, [String, Symbol], equal_to: %w(warn fail) + %i(warn fail), desired_state: false,
                                            description: 'Not enrolled, or MDM not reachable: warn, or fail the run; ' \
                                  "node['cmdm']['on_unavailable'] without it."
property :on_pending, [String, Symbol], equal_to: %w(ok fail) + %i(ok fail), desired_state: false,
                                        description: 'Sent and not yet seen: ok, or fail the run; ' \
                              "node['cmdm']['on_pending'] without it."

action_class do
  include CmdmCookbook::Converging

  def given
    names = %i(content source cookbook path data user channel replaces stamp fill resign allow_cut payload_uuids)
    names.map { |name| [name.to_s, new_resource.public_send(name)] }.to_h
  end

  def converge(declared)
    converge_profiles('owner' => 'chef', 'profiles' => [declared]) if declared
  end
end

action :install, description: 'Makes the profile as declared. Queued is no update; first seen on the Mac is.' do
  converge(declaring(new_resource.identifier) { |declaration| declaration.present(new_resource.identifier, given) })
end

action :remove, description: 'Removes the profile through the channel that installed it.' do
  converge(declaring(new_resource.identifier) { |declaration| declaration.absent(new_resource.identifier, new_resource.user) })
end
