# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'

# A helper that is told its answers and remembers what it was asked.
class FakeSession
  attr_reader :requests

  def initialize(steps, outcomes = [])
    @steps = steps
    @outcomes = outcomes
    @requests = []
  end

  def request(operation, fields = {})
    @requests << [operation, fields]
    case operation
    when 'state' then { 'profiles' => [] }
    when 'doctor' then { 'lines' => [{ 'subject' => 'MDM', 'status' => 'fail', 'text' => 'down', 'hint' => '' }] }
    else { 'plan' => { 'digest' => '', 'steps' => @steps }, 'outcomes' => operation == 'apply' ? @outcomes : [] }
    end
  end

  def close
    @closed = true
  end

  def closed?
    @closed == true
  end

  def asked(operation)
    requests.select { |name, _| name == operation }.map(&:last)
  end
end

RSpec.describe Puppet::Type.type(:macos_profile).provider(:cmdm) do
  def step(name, action, code = 'missing', more = {})
    { 'id' => name, 'identifier' => name, 'scope' => 'system', 'action' => action, 'route' => 'mdm', 'changes' => [],
      'reason' => { 'code' => code, 'text' => "#{name} #{code}" } }.merge(more)
  end

  def outcome(name, result = 'done', more = {})
    { 'step' => name, 'outcome' => result, 'text' => 'seen after 1 s' }.merge(more)
  end

  def profile(name, more = {})
    given = more.key?(:content) ? {} : { source: '/nowhere' }
    Puppet::Type.type(:macos_profile).new({ title: name, provider: :cmdm }.merge(given, more))
  end

  before do
    allow(described_class).to receive(:suitable?).and_return(true)
    allow(Cmdm::Helper).to receive(:path).and_return('/helper')
    allow(Puppet::Util::Storage).to receive(:store)
  end

  # Applies a catalog with these answers; gives the statuses by title.
  def run(resources, session)
    allow(Cmdm::Session).to receive(:new).and_return(session)
    catalog = Puppet::Resource::Catalog.new
    catalog.add_resource(*resources)
    transaction = catalog.apply
    resources.map { |resource| [resource.title, transaction.report.resource_statuses[resource.ref]] }.to_h
  end

  def message(status)
    status.events.map(&:message).join(' ')
  end

  it 'plans all of them in one request and sends all of them in one' do
    session = FakeSession.new([step('a', 'install'), step('b', 'replace'), step('c', 'keep'), step('d', 'remove')],
                              [outcome('a'), outcome('b'), outcome('d')])
    statuses = run([profile('a'), profile('b'), profile('c'), profile('d', ensure: :absent)], session)

    expect(session.asked('plan').size).to eq(1)
    expect(session.asked('apply').map { |fields| fields['options']['only'] }).to eq([%w[a b d]])
    expect(statuses.select { |_, status| status.changed }.keys).to eq(%w[a b d])
    expect(session).to be_closed
  end

  it 'lets a local copy make way in the run that sends the probe' do
    session = FakeSession.new([step('a', 'wait', 'after-probe'), step('b', 'wait', 'sent-not-seen'),
                               step('c', 'migrate', 'local-copy')], [outcome('a'), outcome('c')])
    statuses = run([profile('a'), profile('b'), profile('c')], session)

    expect(session.asked('apply').map { |fields| fields['options']['only'] }).to eq([%w[a c]])
    expect(statuses.select { |_, status| status.changed }.keys).to eq(%w[a c])
    expect(message(statuses['c'])).to eq('migrated by MDM; seen after 1 s')
  end

  it 'names the keys that differ' do
    changes = [{ 'payloadType' => 'com.apple.dock', 'keyPath' => 'orientation', 'kind' => 'changed' },
               { 'payloadType' => 'com.apple.dock', 'keyPath' => 'tilesize', 'kind' => 'changed' }]
    session = FakeSession.new([step('a', 'replace', 'content-differs', 'changes' => changes)], [outcome('a')])

    expect(message(run([profile('a')], session)['a']))
      .to eq('replaced by MDM, com.apple.dock: orientation, tilesize differ; seen after 1 s')
  end

  it 'sends nothing with noop, neither for the run nor beside one that is sent' do
    session = FakeSession.new([step('a', 'install'), step('b', 'install')], [outcome('b')])
    statuses = run([profile('a', noop: true), profile('b')], session)

    expect(session.asked('apply').map { |fields| fields['options']['only'] }).to eq([%w[b]])
    expect(message(statuses['a'])).to match(/by MDM: a missing \(noop\)/)
  end

  it 'fails a resource with the line of its own outcome, and no other' do
    error = { 'class' => 'mdm-refused', 'message' => 'refused', 'where' => '', 'hint' => 'look', 'exit' => 1 }
    session = FakeSession.new([step('a', 'install'), step('b', 'install')],
                              [outcome('a', 'failed', 'error' => error), outcome('b')])
    statuses = run([profile('a'), profile('b')], session)

    expect(statuses['a'].failed).to be(true)
    expect(message(statuses['a'])).to match(/failed: refused; look/)
    expect(statuses['b'].failed).to be_falsey
  end

  it 'takes what was queued for a change, and what waits for in sync' do
    session = FakeSession.new([step('a', 'install'), step('b', 'wait', 'sent-not-seen')], [outcome('a', 'pending')])
    statuses = run([profile('a'), profile('b')], session)

    expect(message(statuses['a'])).to eq('queued by MDM, seen after 1 s')
    expect(statuses['b'].out_of_sync).to be_falsey
  end

  it 'fails what is pending or waits where it is told to' do
    session = FakeSession.new([step('a', 'install'), step('b', 'wait', 'sent-not-seen')], [outcome('a', 'pending')])
    statuses = run([profile('a', on_pending: :fail), profile('b', on_pending: :fail)], session)

    expect(statuses.values.map(&:failed)).to eq([true, true])
  end

  it 'fails what is blocked, or only warns where there is no route' do
    steps = %w[a b].map { |name| step(name, 'blocked', 'no-route', 'route' => 'none') }
    statuses = run([profile('a'), profile('b', on_unavailable: :warn)], FakeSession.new(steps))

    expect(message(statuses['a'])).to match(/change from 'absent' to 'present' failed: a no-route/)
    expect(statuses['b'].out_of_sync).to be_falsey
  end

  it 'only warns while the MDM is down where it is told to' do
    session = FakeSession.new([step('a', 'install')])

    expect(run([profile('a', on_unavailable: :warn)], session)['a'].out_of_sync).to be_falsey
    expect(session.asked('apply')).to be_empty
  end

  it 'keeps a profile that cannot be written out of the request, and fails it alone' do
    session = FakeSession.new([step('b', 'install')], [outcome('b')])
    broken = profile('a', content: { 'x' => Float::INFINITY })
    statuses = run([broken, profile('b')], session)

    expect(session.asked('plan').first['desired']['profiles'].map { |one| one['identifier'] }).to eq(%w[b])
    expect(message(statuses['a'])).to match(/failed: x is a number that is not finite/)
    expect(statuses['b'].changed).to be(true)
  end

  it 'skips all of them where nothing can be planned' do
    session = FakeSession.new([])
    allow(session).to receive(:request).and_raise(Cmdm::HelperError.new('state-unreadable', 'no list'))
    statuses = run([profile('a'), profile('b')], session)

    expect(statuses.values.map do |status|
      status.failed_to_restart || status.failed || status.skipped
    end).to all(be(true))
    expect(session).to be_closed
  end

  it 'hands the settings of the catalog to the helper' do
    settings = Puppet::Type.type(:cmdm_settings).new(
      title: 'cmdm', mdm_product: 'nanomdm', mdm_url: 'https://mdm', mdm_credential: 'env:KEY', wait_seconds: 7,
      credential_on_device: true, mode: 'enforce'
    )
    session = FakeSession.new([step('a', 'keep')])
    run([settings, profile('a')], session)

    expect(Cmdm::Session).to have_received(:new).with(
      '/helper', hash_including(config: { 'credentialOnDevice' => true,
                                          'mdm' => { 'product' => 'nanomdm', 'url' => 'https://mdm',
                                                     'credential' => 'env:KEY' } })
    )
    expect(session.asked('plan').first['options']).to eq('waitSeconds' => 7, 'mode' => 'enforce')
  end
end
