# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# What Chef's osx_profile compares, with the plist gem it uses and nothing else: reads the listing and every profile of
# a folder, makes the UUID that it would write from the Hash's text, and looks identifier and UUID up in the listing.
# Lists the profiles that it would install.

require 'digest/sha1'
require 'plist'

NAMESPACE = ['6ba7b8109dad11d180b400c04fd430c8'].pack('H*')

def uuid_of(profile)
  hex = Digest::SHA1.digest(NAMESPACE + profile.to_s).unpack1('H32')
  [hex[0, 8], hex[8, 4], "5#{hex[13, 3]}", hex[16, 4], hex[20, 12]].join('-')
end

listing, folder = ARGV
installed = Plist.parse_xml(File.read(listing))['_computerlevel']
Dir.glob("#{folder}/*.mobileconfig").sort.each do |file|
  profile = Plist.parse_xml(File.read(file))
  uuid = uuid_of(profile)
  current = installed.find { |one| one['ProfileIdentifier'] == profile['PayloadIdentifier'] }
  puts profile['PayloadIdentifier'] unless current && current['ProfileUUID'] == uuid
end
