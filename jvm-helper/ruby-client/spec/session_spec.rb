# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

RSpec.describe Cmdm::Session do
  include FakeHelper

  def session(helper, **options)
    @session = described_class.new(helper, **options)
  end

  after { @session&.close }

  # A killed process may take a moment to go.
  def ends?(pid, deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + 10)
    loop do
      state = IO.popen(['ps', '-o', 'state=', '-p', pid], &:read).strip
      return true if state.empty? || state.start_with?('Z')
      return false if Process.clock_gettime(Process::CLOCK_MONOTONIC) > deadline
    end
  end

  it 'gives the result, and the events before it' do
    helper = fake_helper(<<-RUBY)
      say.call(line, 'event' => { 'kind' => 'progress', 'text' => 'working' })
      say.call(line, 'result' => { 'asked' => line['operation'], 'config' => 1 })
    RUBY
    events = []
    result = session(helper).request('state') { |event| events << event['text'] }
    expect(result).to eq('asked' => 'state', 'config' => 1)
    expect(events).to eq(['working'])
  end

  it 'keeps one helper over several requests' do
    opened = session(fake_helper("say.call(line, 'result' => { 'pid' => Process.pid })"))
    expect(Array.new(3) { opened.request('state')['pid'] }.uniq.size).to eq 1
  end

  it 'raises what the helper answers, in one line with the hint' do
    helper = fake_helper("say.call(line, 'error' => { 'class' => 'mdm-unreachable', 'message' => 'no answer', " \
                         "'where' => 'mdm.acme.example', 'hint' => 'cmdm doctor', 'exit' => 69, 'retryable' => true })")
    expect { session(helper).request('state') }.to raise_error(Cmdm::HelperError) { |error|
      expect(error.message).to eq 'no answer (mdm.acme.example); cmdm doctor'
      expect(error).to have_attributes(error_class: 'mdm-unreachable', exit: 69, retryable: true)
    }
  end

  it 'goes on after an error that was answered' do
    opened = session(fake_helper(<<-RUBY))
      if line['operation'] == 'bad'
        say.call(line, 'error' => { 'class' => 'unsupported', 'message' => 'no', 'where' => '', 'hint' => '',
                                    'exit' => 65, 'retryable' => false })
      else
        say.call(line, 'result' => {})
      end
    RUBY
    expect { opened.request('bad') }.to raise_error(Cmdm::HelperError)
    expect(opened.request('state')).to eq({})
  end

  it 'ends a helper that says nothing, with all that it started, and stays failed' do
    pids = File.join(Dir.mktmpdir, 'pids')
    helper = fake_helper("File.write(#{pids.inspect}, [Process.pid, spawn('sleep 300')].join(' ')); sleep")
    opened = session(helper, silence: 1)
    expect { opened.request('state') }.to raise_error(Cmdm::HelperError, /said nothing for 1 s/)
    expect(File.read(pids).split.map { |pid| ends?(pid) }).to eq [true, true]
    expect { opened.request('state') }.to raise_error(Cmdm::HelperError, /said nothing/)
  end

  it 'tells the last words of a helper that dies' do
    expect { session(fake_helper("warn 'no Java found'; exit 78")).request('state') }
      .to raise_error(Cmdm::HelperError, /ended without an answer: no Java found/)
  end

  it 'refuses a line that is no JSON' do
    expect { session(fake_helper("puts 'Hello'")).request('state') }.to raise_error(Cmdm::HelperError, /no JSON object/)
  end

  it 'refuses a helper of another contract' do
    helper = fake_helper('', opened: FakeHelper::OPENED.merge('contracts' => [2]))
    expect { session(helper).request('state') }.to raise_error(Cmdm::HelperError, /does not speak contract 1/)
  end

  it 'lets the helper end by itself when it is closed, once' do
    helper = fake_helper("say.call(line, 'result' => {})")
    opened = session(helper)
    opened.request('state')
    2.times { opened.close }
    expect(File).to exist(File.join(File.dirname(helper), 'ended'))
    expect { opened.request('state') }.to raise_error(Cmdm::HelperError, /closed/)
  end

  it 'gives the logger the helper\'s standard error, and no request' do
    said = []
    logger = Object.new
    logger.define_singleton_method(:debug) { |line| said << line }
    opened = session(fake_helper("warn 'note'; say.call(line, 'result' => {})"), logger: logger)
    opened.request('plan', 'desired' => { 'secret' => 'canary' })
    opened.close
    expect(said).to include('cmdm: note')
    expect(said.join).not_to include('canary')
  end

  it 'keeps Ruby\'s own variables from the helper and passes the others on' do
    helper = fake_helper("say.call(line, 'result' => { 'seen' => [ENV['RUBYLIB'], ENV['CMDM_SEEN']] })")
    ENV['RUBYLIB'] = '/nowhere'
    ENV['CMDM_SEEN'] = 'yes'
    expect(session(helper).request('state')['seen']).to eq [nil, 'yes']
  ensure
    ENV.delete('RUBYLIB')
    ENV.delete('CMDM_SEEN')
  end

  it 'carries a request larger than a pipe' do
    helper = fake_helper("say.call(line, 'result' => { 'size' => line['desired'].size, 'back' => line['desired'] })")
    text = 'x' * 3_000_000
    expect(session(helper).request('plan', 'desired' => text)['back']).to eq text
  end

  it 'starts nothing where CMDM_MAC_ROOT is set alone' do
    env = { 'CMDM_MAC_ROOT' => '/tmp/mac' }
    expect { session(fake_helper(''), env: env).request('state') }.to raise_error(Cmdm::Refused, /CMDM_STATE_DIR/)
  end
end
