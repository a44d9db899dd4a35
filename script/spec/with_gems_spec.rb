# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

RSpec.describe 'script/with-gems' do
  def program(file, text)
    File.join(@folder, file).tap do |path|
      FileUtils.mkdir_p(File.dirname(path))
      File.write(path, "#!/bin/sh\n#{text}\n")
      File.chmod(0o755, path)
    end
  end

  # Runs with-gems of a copy in which the set puppet8 is complete, with a Ruby and a Bundler that only pass on.
  def with_gems(*arguments, env: {})
    FileUtils.cp_r(SCRIPTS, @folder)
    FileUtils.mkdir_p(File.join(@folder, 'build/gems/puppet8/3.1.2'))
    FileUtils.cp(File.join(SCRIPTS, 'gems/puppet8/Gemfile'), File.join(@folder, 'build/gems/puppet8/3.1.2/complete'))
    program('bin/ruby', 'echo 3.1.2')
    program('bin/bundle', 'shift; exec "$@"')
    path = "#{@folder}/bin:#{ENV.fetch('PATH')}"
    capture({ 'PATH' => path }.merge(env), File.join(@folder, 'script/with-gems'), *arguments, chdir: @folder)
  end

  it 'ends with 69 and the way out where a set is not installed' do
    _, err, status = with_gems('chef18', 'true')
    expect([status, err]).to match [69, /gem set chef18 is not installed; run: script.bootstrap chef18/]
  end

  it 'runs the command with the Gemfile of the set' do
    out, = with_gems('puppet8', 'sh', '-c', 'echo "$BUNDLE_GEMFILE" "$@"', 'sh', 'a b')
    expect(out).to eq "#{@folder}/build/gems/puppet8/3.1.2/Gemfile a b\n"
  end

  it 'prefers the program of the set to a file of the current folder that is called like it' do
    program('puppet', 'echo wrong')
    program('build/gems/puppet8/3.1.2/bundle/ruby/3.1.0/bin/puppet', 'echo right "$@"')
    expect(with_gems('puppet8', 'puppet', 'apply').first).to eq "right apply\n"
  end

  it 'leaves the bundle that it is called in' do
    outer = { 'BUNDLER_ORIG_BUNDLE_GEMFILE' => '/outer', 'GEM_HOME' => '/outer', 'BUNDLER_SETUP' => '/outer' }
    out, = with_gems('puppet8', 'env', env: outer)
    expect(out).not_to include('/outer')
  end
end
