# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# Compares the second implementation with every vector: a line per disagreement, exit 0 when there is none.

require_relative 'reference'

def expected(vector)
  vector.slice('fingerprint', 'derivedUuid', 'payloadUuids', 'encoded')
end

def actual(vector)
  tree = CmdmFingerprint::Json.value(vector['profile'])
  answer = CmdmFingerprint.answer(vector['kind'], tree)
  return answer unless vector.key?('encoded')

  answer.merge('encoded' => CmdmFingerprint.profile(vector['kind'], tree).encoded.unpack1('H*'))
end

def stamps(vector)
  tree = CmdmFingerprint::Json.value(vector['profile'])
  profile = CmdmFingerprint.profile(vector['kind'], tree)
  %i[keep derive].map { |way| profile.stamp(way).fingerprint.unpack1('H*') }
end

def differences(vector)
  result = actual(vector)
  wrong = expected(vector).reject { |key, value| result[key] == value }.keys
  wrong << 'stamped' unless stamps(vector) == [vector['fingerprint']] * 2
  wrong.map { |key| "#{vector['name']}: #{key} differs" }
end

vectors = JSON.parse(File.read(File.join(__dir__, 'vectors.json'), encoding: 'UTF-8'), max_nesting: false)
abort 'vectors.json holds no vector' if vectors.empty?
failures = vectors.flat_map { |vector| differences(vector) }
puts failures
puts "#{vectors.size} vectors, #{failures.size} failures"
exit(failures.empty? ? 0 : 1)
