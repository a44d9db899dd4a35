# frozen_string_literal: true

# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0

require_relative '../testing/jdks'

RSpec.describe Testing::Jdks do
  def jdk(name, version)
    home = File.join(File.realpath(@folder), name)
    FileUtils.mkdir_p(File.join(home, 'bin'))
    File.write(File.join(home, 'release'), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"#{version}\"\n")
    FileUtils.cp('/bin/sh', File.join(home, 'bin/java'))
    home
  end

  it 'finds each JDK from 17 up besides the one that builds, and each once' do
    jdk('java-11', '11.0.20')
    default = jdk('java-17', '17.0.15')
    newer = jdk('java-25', '25')
    File.symlink(newer, File.join(@folder, 'newest'))
    File.symlink(default, File.join(@folder, 'default'))
    expect(described_class.new(folder: @folder, default: default).others).to eq [newer]
  end

  it 'finds none where the folder is absent' do
    expect(described_class.new(folder: File.join(@folder, 'absent'), default: nil).others).to eq []
  end
end
