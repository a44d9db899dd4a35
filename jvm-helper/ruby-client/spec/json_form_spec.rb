# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require 'bigdecimal'

RSpec.describe Cmdm::JsonForm do
  def form(value)
    described_class.of(value)
  end

  it 'copies deeply, with text for symbols and without nil' do
    given = { a: [{ b: :c, d: nil }, nil, { e: false }] }.freeze
    expect(form(given)).to eq('a' => [{ 'b' => 'c' }, { 'e' => false }])
  end

  it 'keeps whole numbers and reals apart' do
    expect(JSON.generate(form('a' => 3600, 'b' => 3600.0, 'c' => (2**64) - 1)))
      .to eq '{"a":3600,"b":3600.0,"c":18446744073709551615}'
  end

  it 'writes bytes as data' do
    expect(form([Cmdm.data("\xFF"), StringIO.new("\x00\x01")])).to eq [{ '$data' => '/w==' }, { '$data' => 'AAE=' }]
  end

  it 'writes dates in UTC' do
    times = [Time.new(2026, 1, 31, 1, 0, 0, '+02:00'), DateTime.new(2026, 1, 31), Date.new(2026, 1, 31)]
    expect(form(times).map { |date| date['$date'] })
      .to eq %w[2026-01-30T23:00:00Z 2026-01-31T00:00:00Z 2026-01-31T00:00:00Z]
  end

  it 'wraps a dictionary whose only key begins with $' do
    expect(form('$data' => 'x')).to eq('$dict' => { '$data' => 'x' })
    expect(form('$a' => 1, 'b' => 2)).to eq('$a' => 1, 'b' => 2)
  end

  it 'evaluates lazies by the block, at any depth' do
    expect(described_class.of([{ 'a' => -> { :b } }], &:call)).to eq [{ 'a' => 'b' }]
  end

  {
    'a class of its own' => [BigDecimal('1.5'), /BigDecimal/],
    'a number that is none' => [Float::NAN, /not finite/],
    'infinity' => [-Float::INFINITY, /not finite/],
    'a number beyond 64 bits' => [2**64, /64 bits/],
    'bytes that are no text' => ["\xFFcanary", /UTF-8/],
    'a control character' => ["canary\u0007", /control character/],
    'a lazy without a block' => [-> { 1 }, /Proc/]
  }.each do |name, (value, words)|
    it "refuses #{name}, with the key path and without the value" do
      expect { form('PayloadContent' => [{ 'key' => value }]) }.to raise_error(Cmdm::UnsupportedValue, words) { |error|
        expect(error.path).to eq 'PayloadContent[0].key'
        expect(error.message).not_to include('canary')
      }
    end
  end

  it 'refuses a key given as text and as a symbol' do
    expect { form('a' => 1, a: 2) }.to raise_error(Cmdm::UnsupportedValue, /twice/)
  end

  it 'refuses what holds itself' do
    loop_of_itself = []
    loop_of_itself << loop_of_itself
    expect { form(loop_of_itself) }.to raise_error(Cmdm::UnsupportedValue, /deeper/)
  end
end
