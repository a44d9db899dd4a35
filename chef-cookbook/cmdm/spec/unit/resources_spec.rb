# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'spec_helper'

describe 'the resources' do
  platform 'mac_os_x'

  let(:events) { [] }
  let(:dock) { { PayloadIdentifier: 'com.acme.dock', PayloadContent: [{ tilesize: 48, gone: nil }] } }

  def converge(why_run: false, **settings, &recipe)
    use_double
    run = ChefSpec::SoloRunner.new(platform: 'mac_os_x', step_into: %w(macos_profile macos_profiles ruby_block)) do |node|
      settings.each { |name, value| node.override['cmdm'][name.to_s] = value }
    end
    lines = events
    allow_any_instance_of(Chef::EventDispatch::Dispatcher).to receive(:resource_update_applied) { |_, _, _, text| lines.concat(Array(text)) }
    Chef::Config[:why_run] = why_run
    run.converge('cmdm::default') { recipe_of(run, &recipe) }
  ensure
    Chef::Config[:why_run] = false
  end

  def recipe_of(runner, &recipe)
    Chef::Recipe.new('cmdm_test', 'spec', runner.run_context).instance_exec(&recipe)
  end

  attr_reader :asked

  it 'passes on how a profile is to be delivered, by resource and by set, and only what is declared' do
    helper_answers(answer([step('com.acme.dock', 'keep')]))
    content = dock
    converge do
      macos_profile('com.acme.dock') do
        content(content)
        fill true
        resign true
        allow_cut true
      end
      macos_profiles('com.acme') do
        profiles('com.acme.dock' => { content: content, fill: true, resign: false }, 'com.acme.menu' => { content: content })
      end
    end
    single, filled, plain = asked.flat_map { |_, fields| fields['desired']['profiles'] }
    expect(single).to include('fill' => true, 'resign' => true, 'allowCut' => true)
    expect(filled).to include('fill' => true, 'resign' => false)
    expect(plain.keys).not_to include('fill', 'resign', 'allowCut', 'stamp')
  end

  it 'sends a set as one request: plain content, one owner, the settings of the node' do
    helper_answers(answer([step('com.acme.dock', 'keep')]))
    content = dock
    converge(removal_limit: 7) do
      macos_profiles('com.acme') do
        complete(true)
        profiles('com.acme.dock' => content, 'com.acme.none' => nil)
      end
    end
    operation, fields = asked.first
    expect(asked.size).to eq 1
    expect(operation).to eq 'apply'
    expect(fields['desired']).to include('owner' => 'chef:com.acme', 'complete' => true, 'prefix' => 'com.acme')
    expect(fields['desired']['profiles']).to match [a_hash_including(
      'identifier' => 'com.acme.dock',
      'content' => { 'PayloadIdentifier' => 'com.acme.dock', 'PayloadContent' => [{ 'tilesize' => 48 }] }
    )]
    expect(fields['options']).to include('mode' => 'enforce', 'removalLimit' => 7, 'waitSeconds' => 60)
  end

  it 'is updated by what was seen, and says how' do
    helper_answers(answer([step('com.acme.dock', 'install')], [outcome('com.acme.dock', 'done', 'seen on this Mac after 2 s')]))
    content = dock
    run = converge { macos_profile('com.acme.dock') { content(content) } }
    expect(run.find_resource(:macos_profile, 'com.acme.dock')).to be_updated
    expect(events).to eq ['install com.acme.dock by MDM (not on this Mac); seen on this Mac after 2 s']
  end

  it 'is not updated by what was only queued' do
    helper_answers(answer([step('com.acme.dock', 'install')], [outcome('com.acme.dock', 'pending', 'queued, not yet on this Mac')]))
    content = dock
    run = converge { macos_profile('com.acme.dock') { content(content) } }
    expect(run.find_resource(:macos_profile, 'com.acme.dock')).not_to be_updated
    expect(events).to eq ['pending com.acme.dock by MDM: queued, not yet on this Mac']
  end

  it 'fails by what was only queued where that is asked for, once and at the end' do
    queued = answer([step('a', 'install')], [outcome('a', 'pending', 'queued, not yet on this Mac')])
    waiting = answer([step('b', 'wait', reason: { 'code' => 'sent-not-seen', 'text' => 'sent 5 min ago, not yet seen' })])
    content = dock
    helper_answers(queued, waiting)
    expect { converge(on_pending: 'fail') { %w(a b).each { |name| macos_profile(name) { content(content) } } } }
      .to raise_error(/\[a\]: a: queued, not yet on this Mac\n.*\[b\]: b: sent 5 min ago, not yet seen/)
    expect(asked.size).to eq 2
  end

  it 'takes what a resource says of pending and of an MDM out of reach over the settings of the node' do
    queued = answer([step('a', 'install')], [outcome('a', 'pending', 'queued')])
    no_route = answer([step('b', 'blocked', reason: { 'code' => 'no-route', 'text' => 'not enrolled' })], enrollment: 'none')
    content = dock
    helper_answers(queued)
    lenient = proc do
      content(content)
      on_pending(:ok)
    end
    expect { converge(on_pending: 'fail') { macos_profile('a', &lenient) } }.not_to raise_error
    helper_answers(no_route)
    strict = proc do
      profiles('b' => content)
      on_unavailable('fail')
    end
    expect { converge { macos_profiles('com.acme', &strict) } }.to raise_error(/b: not enrolled/)
  end

  it 'only warns of what is pending where failures are only warned of' do
    content = dock
    helper_answers(answer([step('a', 'install')], [outcome('a', 'pending', 'queued')]))
    expect { converge(on_pending: 'fail', on_error: 'warn') { macos_profile('a') { content(content) } } }.not_to raise_error
  end

  %w(on_unavailable on_pending on_error mode).each do |name|
    it "refuses a word that #{name} does not know" do
      helper_answers(answer([]))
      content = dock
      expect { converge(name => 'sometimes') { macos_profile('a') { content(content) } } }
        .to raise_error(/node\['cmdm'\]\['#{name}'\] must be/)
    end
  end

  it 'only plans in why-run' do
    changes = [{ 'payloadType' => 'com.apple.dock', 'keyPath' => 'tilesize', 'kind' => 'changed' }]
    helper_answers(answer([step('com.acme.dock', 'replace', changes: changes)]))
    content = dock
    converge(why_run: true) { macos_profile('com.acme.dock') { content(content) } }
    expect(asked.map(&:first)).to eq ['plan']
    expect(events).to eq ['replace com.acme.dock by MDM (com.apple.dock: tilesize differs)']
  end

  it 'only plans in audit mode, and is not updated' do
    helper_answers(answer([step('com.acme.dock', 'install')]))
    content = dock
    run = converge(mode: 'audit') { macos_profile('com.acme.dock') { content(content) } }
    expect(asked.map(&:first)).to eq ['plan']
    expect(run.find_resource(:macos_profile, 'com.acme.dock')).not_to be_updated
    expect(events).to eq ['audit: install com.acme.dock by MDM (not on this Mac)']
  end

  it 'raises once, after everything else, with every reason' do
    refused = { 'class' => 'mdm-refused', 'message' => 'refused', 'where' => '', 'hint' => '', 'exit' => 1 }
    helper_answers(answer([step('a', 'install')], [outcome('a', 'failed', '', refused)]),
                   answer([step('b', 'blocked', reason: { 'code' => 'local-copy', 'text' => 'a local copy is in the way' })]))
    content = dock
    expect do
      converge { %w(a b).each { |name| macos_profile(name) { content(content) } } }
    end.to raise_error(/macos_profile\[a\]: a: refused\n.*macos_profile\[b\]: b: a local copy is in the way/)
    expect(asked.size).to eq 2
  end

  it 'only warns on a Mac that is not enrolled, unless told to fail' do
    no_route = answer([step('a', 'blocked', reason: { 'code' => 'no-route', 'text' => 'not enrolled' })], enrollment: 'none')
    content = dock
    helper_answers(no_route)
    expect { converge { macos_profile('a') { content(content) } } }.not_to raise_error
    helper_answers(no_route)
    expect { converge(on_unavailable: 'fail') { macos_profile('a') { content(content) } } }.to raise_error(/a: not enrolled/)
  end

  it 'closes the session at the end of the run' do
    helper_answers(answer([]))
    content = dock
    converge { 2.times { |n| macos_profile("p#{n}") { content(content) } } }
    expect(@session).to have_received(:close).at_least(:once)
    expect(Cmdm::Session).to have_received(:new).once
  end

  it 'gives an incomplete set where an entry cannot be understood' do
    helper_answers(answer([]))
    expect do
      converge do
        macos_profiles('com.acme') do
          complete(true)
          profiles('com.acme.a' => 7, 'com.acme.b' => '/b.mobileconfig')
        end
      end
    end.to raise_error(/com\.acme\.a: must be a Hash/)
    expect(asked.first.last['desired']).not_to include('complete')
    expect(asked.first.last['desired']['profiles']).to match [a_hash_including('path' => '/b.mobileconfig')]
  end

  it 'shows no content when it is printed' do
    helper_answers(answer([]))
    run = converge { macos_profile('a') { content('PayloadContent' => 'canary') } }
    expect(run.find_resource(:macos_profile, 'a').to_text).not_to include('canary')
  end

  it 'removes by identifier' do
    helper_answers(answer([]))
    converge { macos_profile('com.acme.old') { action(:remove) } }
    expect(asked.first.last['desired']['profiles']).to match [a_hash_including('identifier' => 'com.acme.old', 'ensure' => 'absent')]
  end

  it 'never converges the test cookbook without a simulated Mac' do
    %w(CMDM_MAC_ROOT CMDM_STATE_DIR).each do |name|
      saved = ENV.delete(name)
      expect { ChefSpec::SoloRunner.new(platform: 'mac_os_x').converge('cmdm_test') }
        .to raise_error(/simulated Mac only/)
    ensure
      ENV[name] = saved
    end
  end
end
