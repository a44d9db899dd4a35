# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'cgi'
require 'fileutils'
require 'json'
require 'net/http'
require 'open3'

ROOT = File.expand_path('../../..', __dir__)
unless ENV['CMDM_MAC_ROOT'].to_s.start_with?("#{ENV.fetch('CMDM_TEST_WORLD')}/") && ENV['CMDM_STATE_DIR']
  abort 'run it by spec/e2e/chef/on-a-simulated-mac: nothing here may meet a real profiles tool'
end

# A real chef-client on a simulated Mac. The examples tell one story, in order.
RSpec.describe 'chef-client' do
  fixtures = "#{ROOT}/chef-cookbook/cmdm/test/fixtures/cookbooks/cmdm_test"
  world = ENV.fetch('CMDM_TEST_WORLD')
  password = ENV.fetch('CMDM_TEST_PASSWORD')
  printed = []

  before(:all) do
    FileUtils.mkdir_p("#{world}/cookbooks")
    FileUtils.cp_r(fixtures, "#{world}/cookbooks/acme")
    metadata = "#{world}/cookbooks/acme/metadata.rb"
    File.write(metadata, File.read(metadata).sub('cmdm_test', 'acme'))
    client = "#{world}/client.rb"
    File.write(client, File.read(client).sub("#{File.dirname(fixtures)}'", "#{world}/cookbooks'"))
  end

  # What a run printed, and whether it ended well.
  ran_as = Struct.new(:text, :success)

  define_method(:chef) do |recipe, *options, env: {}|
    File.write("#{world}/cookbooks/acme/recipes/default.rb", recipe)
    command = ["#{ROOT}/script/with-gems", 'chef18', 'chef-client', '-z', '-c', "#{world}/client.rb", '-r', 'acme']
    text, status = Open3.capture2e(env, *command, *options)
    printed << text
    ran_as.new(text, status.success?)
  end

  def requests
    File.read(ENV.fetch('CMDM_TEST_REQUESTS')).scan(/(?:InstallProfile|RemoveProfile) \S+/)
  end

  def listed
    `#{ENV.fetch('CMDM_MAC_ROOT')}/usr/bin/profiles -P`.scan(/profileIdentifier: (com\.acme\S*)/).flatten.sort
  end

  # A Mac that wakes up checks in at once.
  def asleep(flag)
    control = JSON.parse(File.read("#{ENV.fetch('CMDM_TEST_WORLD')}/simulator/ready.json"))['control']
    http = Net::HTTP.new(URI(control).host, URI(control).port)
    answers = [http.send_request('PUT', '/macs/mac1/faults', JSON.generate('asleep' => flag))]
    answers << http.send_request('POST', '/macs/mac1/check-in', '') unless flag
    answers.each { |answer| raise "#{answer.code}: #{answer.body}" unless answer.is_a?(Net::HTTPSuccess) }
  end

  def sent
    before = requests.size
    yield
    requests.drop(before)
  end

  whole = File.read("#{fixtures}/recipes/default.rb")
  five = %w[dock finder firewall loginwindow screensaver].map { |name| "com.acme.#{name}" }
  without = whole.sub(/^.*screensaver.*\n/, '')

  it 'tells in why-run what it would do, and sends nothing' do
    ran = nil
    expect(sent { ran = chef(whole, '-W') }).to be_empty
    expect(ran.text.scan(/Would install (\S+) by MDM \(not on this Mac(?:; as given, signed)?\)/).flatten).to eq five
    expect(listed).to be_empty
  end

  it 'installs five profiles of mixed kinds, each sent once' do
    ran = nil
    expect(sent { ran = chef(whole, '-l', 'debug') }.map { |line| line.split.last }.sort).to eq five
    expect(ran.text.scan(/install (\S+) by MDM .*; seen on this Mac/).flatten).to eq five
    expect(listed).to eq five
    expect(ran.success).to be true
  end

  it 'is up to date in the second run, and sends nothing' do
    ran = nil
    expect(sent { ran = chef(whole) }).to be_empty
    expect(ran.text).to include('macos_profiles[com.acme] action apply (up to date)')
    expect(ran.text).to include('0/1 resources updated')
  end

  it 'delivers an edit although the UUID was left alone' do
    ran = nil
    edit = sent { ran = chef(whole, env: { 'CMDM_TEST_TILESIZE' => '64' }) }
    expect(edit).to eq ['InstallProfile com.acme.dock']
    expect(ran.text).to include('replace com.acme.dock by MDM (com.apple.dock: tilesize differs); seen on this Mac')
  end

  it 'removes a profile that the recipe dropped' do
    chef(whole)
    expect(sent { chef(without) }).to eq ['RemoveProfile com.acme.screensaver']
    expect(listed).to eq five - ['com.acme.screensaver']
  end

  it 'removes nothing and installs the others when one entry is broken, and says so once, at the end' do
    entries = <<-RUBY
    'com.acme.mail' => { 'PayloadContent' => [1r] },
    'com.acme.wifi' => 'screensaver.mobileconfig',
    RUBY
    broken = "#{without.sub(/^.*com\.acme\.finder.*\n/, entries)}log 'what comes after'\n"
    ran = nil
    expect(sent { ran = chef(broken) }).to be_empty
    expect(ran.success).to be false
    expect(ran.text).to include('what comes after')
    expect(ran.text).to match(/com\.acme\.mail: PayloadContent\[0\] is of class Rational/)
    expect(ran.text).to match(/cmdm could not make this Mac as declared:\n.*com\.acme\.mail.*\n.*com\.acme\.wifi/)
    expect(listed).to include('com.acme.finder')
  end

  it 'only warns while the MDM is down' do
    ran = chef(whole, env: { 'CMDM_TEST_URL' => 'http://127.0.0.1:1' })
    expect(ran.text).to match(/WARN: cmdm: .*com\.acme\.screensaver: the MDM was not reached/)
    expect(ran.success).to be true
  end

  it 'fails when the MDM refuses the password' do
    wrong = "#{world}/wrong"
    File.write(wrong, 'not-the-password', perm: 0o600)
    ran = chef(whole, env: { 'CMDM_TEST_CREDENTIAL' => "file:#{wrong}" })
    expect(ran.success).to be false
    expect(ran.text).to match(/com\.acme\.screensaver: .*(401|refused|password|credential|key)/)
  end

  it 'refuses a credential in place of its source, and does not repeat it' do
    ran = chef(whole, env: { 'CMDM_TEST_CREDENTIAL' => 'another-canary-value' })
    expect(ran.success).to be false
    expect(ran.text).to include('must be a source').and(satisfy { |text| !text.include?('another-canary-value') })
  end

  it 'tells what a sleeping Mac has not fetched, and sends it once' do
    asleep(true)
    ran = nil
    expect(sent { ran = chef(whole, env: { 'CMDM_TEST_WAIT' => '2' }) }).to eq ['InstallProfile com.acme.screensaver']
    expect(ran.text).to include('pending com.acme.screensaver by MDM')
    expect(ran.text).to include('0/1 resources updated')
    strict = whole.sub(/^ *complete true$/, "  complete true\n  on_pending :fail")
    expect(sent { ran = chef(strict, env: { 'CMDM_TEST_WAIT' => '2' }) }).to be_empty
    expect(ran.text).to match(/cmdm could not make this Mac as declared:\n.*com\.acme\.screensaver: .*not yet/)
    expect(ran.success).to be false
    asleep(false)
    expect(sent { ran = chef(whole) }).to be_empty
    expect(ran.text).to match(/install com\.acme\.screensaver .*; on this Mac, sent/)
    expect(ran.text).to include('1/1 resources updated')
    expect(listed).to eq five
  end

  it 'removes one by its own resource' do
    recipe = "macos_profile 'com.acme.finder' do\n  action :remove\nend\n"
    expect(sent { chef(recipe) }).to eq ['RemoveProfile com.acme.finder']
  end

  # base64 of a text inside another differs by where it begins; what surely belongs to it is compared.
  forms = [password, password.unpack1('H*'), CGI.escape(password), JSON.generate(password)[1..-2]]
  forms += (0..2).map do |offset|
    encoded = [('x' * offset) + password].pack('m0')
    encoded[(((offset * 8) + 5) / 6)...((offset + password.size) * 8 / 6)]
  end

  found_in = proc { |text| forms.select { |form| text.b.delete("\r\n").include?(form.b) || text.b.include?(form.b) } }

  it 'would find the password in any of its forms' do
    ['micromdm:', 'a:', 'ab:', ''].each do |before|
      encoded = [["#{before}#{password} and more"].pack('m0'), ["#{before}#{password} and more"].pack('m12')]
      encoded.each { |text| expect(found_in.call("log: #{text}")).not_to be_empty }
    end
    [password, CGI.escape(password), password.unpack1('H*')].each { |text| expect(found_in.call(text)).not_to be_empty }
  end

  it 'leaves the MDM password nowhere: not in what it prints or logs, not in the node' do
    expect(printed.size).to be > 8
    files = Dir.glob("#{world}/{chef,state}/**/*", File::FNM_DOTMATCH).select { |file| File.file?(file) }
    expect(files.grep(%r{/nodes/mac1\.json\z}).size).to eq 1
    texts = printed + files.map { |file| File.binread(file) }
    expect(texts.flat_map(&found_in)).to be_empty
  end

  it 'leaves no helper behind' do
    # With their environment, for other suites run helpers beside this one.
    helpers = `ps axeww -o args`.lines.grep(/serve --stdio/)
    expect(helpers.grep(/CMDM_STATE_DIR=#{Regexp.escape(ENV.fetch('CMDM_STATE_DIR'))}/)).to be_empty
  end
end
