# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

# Succeeds if the source that Bundler would use answers within ten seconds; Bundler itself would try for minutes.
require 'bundler'
require 'rubygems/remote_fetcher'
require 'timeout'

begin
  source = Bundler.settings.mirror_for(Gem.sources.first.uri.to_s)
  Timeout.timeout(10) { Gem::RemoteFetcher.fetcher.fetch_path("#{source.to_s.chomp('/')}/specs.4.8.gz", nil, true) }
rescue Gem::RemoteFetcher::FetchError, SystemCallError, SocketError, Timeout::Error => e
  abort "gem source: #{e.class}: #{e.message}"
end
