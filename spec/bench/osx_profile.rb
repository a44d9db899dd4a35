# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# What Chef's osx_profile does with a folder of profiles, with the plist gem it uses and nothing else, Chef's own start
# left out: reads the listing and every profile, makes the UUID that it would write from the Hash's text, and looks
# identifier and UUID up. Lists what it would install; given the profiles tool in place of a listing it installs that,
# and reads the listing again after each, as the resource does.
#
#   ruby osx_profile.rb LISTING FOLDER | ruby osx_profile.rb --tool PATH FOLDER

require 'digest/sha1'
require 'open3'
require 'plist'
require 'tempfile'

NAMESPACE = ['6ba7b8109dad11d180b400c04fd430c8'].pack('H*')

def uuid_of(profile)
  hex = Digest::SHA1.digest(NAMESPACE + profile.to_s).unpack1('H32')
  [hex[0, 8], hex[8, 4], "5#{hex[13, 3]}", hex[16, 4], hex[20, 12]].join('-')
end

def listing(tool)
  Plist.parse_xml(Open3.capture2(tool, '-P', '-o', 'stdout-xml').first)['_computerlevel'] || []
end

def install(tool, profile, uuid)
  Tempfile.create('.chef-profiles') do |file|
    file.write(profile.merge('PayloadUUID' => uuid).to_plist)
    file.close
    system(tool, '-I', '-F', file.path, exception: true)
  end
end

tool = ARGV.slice!(0, 2).last if ARGV.first == '--tool'
installed = tool ? listing(tool) : Plist.parse_xml(File.read(ARGV.shift))['_computerlevel']
Dir.glob("#{ARGV.first}/*.mobileconfig").sort.each do |file|
  profile = Plist.parse_xml(File.read(file))
  uuid = uuid_of(profile)
  current = installed.find { |one| one['ProfileIdentifier'] == profile['PayloadIdentifier'] }
  next if current && current['ProfileUUID'] == uuid

  puts profile['PayloadIdentifier']
  next unless tool

  install(tool, profile, uuid)
  installed = listing(tool)
end
