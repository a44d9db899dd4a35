# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# The forms in which a password could have slipped out.
module Canary
  module_function

  def forms(secret)
    (encoded(secret) + [secret, secret.unpack1('H*'), secret.unpack1('H*').upcase, JSON.generate(secret)[1..-2],
                        URI.encode_www_form_component(secret), secret.gsub('/', '\\/')]).uniq
  end

  # What base64 makes of it at each of three offsets, without what its neighbours decide.
  def encoded(secret)
    (0..2).map do |offset|
      text = [("\0" * offset) + secret].pack('m0').delete('=')
      text[(offset.zero? ? 0 : offset + 1)...-2]
    end
  end

  # Where a form stands in a text, line breaks left out too.
  def found(text, secret)
    [text, text.gsub(/\\n|\s/, '')].flat_map { |one| forms(secret).select { |form| one.include?(form) } }
  end
end

RSpec.describe 'the MDM password' do
  let(:dock) do
    "macos_profile { 'com.acme.dock': content => { 'PayloadContent' => [{ 'PayloadType' => 'com.apple.dock', " \
      "'PayloadVersion' => 1, 'PayloadIdentifier' => 'com.acme.dock.1', 'tilesize' => 48 }] } }"
  end

  it 'would be found in each of its forms' do
    secret = World::PASSWORD
    texts = [secret, [secret].pack('m'), ["x:#{secret}"].pack('m0'), ["xy#{secret}"].pack('m0'),
             secret.unpack1('H*'), URI.encode_www_form_component(secret), JSON.generate(secret)]

    expect(texts.map { |text| Canary.found("before #{text} after", secret) }).to all(be_any)
  end

  it 'stands in no log, catalog, report or state file' do
    applied = @world.apply(dock, '--debug', '--trace')
    compiled = @world.run(['catalog', 'compile', 'mac1', '--render-as', 'yaml', '--manifest', @world.path('site.pp')])
    files = Dir.glob(@world.path('{var,conf,state}/**/*')).select { |file| File.file?(file) }
    text = [applied.text, compiled.text, *files.map { |file| File.binread(file) }].map(&:b).join("\n")

    expect(applied.exit).to eq(2)
    expect(applied.text).to match(/Debug: /)
    expect(compiled.text).to match(/Cmdm_settings/)
    expect(files.grep(/report|yaml/)).not_to be_empty
    expect(Canary.found(text, World::PASSWORD)).to be_empty
  end
end
