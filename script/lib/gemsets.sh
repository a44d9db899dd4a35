# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# Where the gem sets live and whether one is complete. Sourced, with the checkout in $root, by
# script/bootstrap, script/with-gems and script/test.
#
# A set is a Gemfile under script/gems. It is installed once for each Ruby version, in a folder of its own that
# also keeps Gemfile.lock, so that sets, machines and Ruby versions never disturb each other.

set_folder() {
  ruby_version=${ruby_version:-$(ruby --disable-gems -e 'print RUBY_VERSION')}
  echo "$root/build/gems/$1/$ruby_version"
}

# Complete: the folder holds, as its stamp, the very Gemfile that the set has now.
is_complete() {
  cmp -s "$root/script/gems/$1/Gemfile" "$(set_folder "$1")/complete"
}

# Points Bundler at a set and away from any bundle that the caller runs in.
use_set() {
  unset RUBYOPT RUBYLIB GEM_HOME GEM_PATH BUNDLE_BIN_PATH BUNDLER_VERSION BUNDLER_SETUP
  BUNDLE_GEMFILE=$(set_folder "$1")/Gemfile
  BUNDLE_PATH=$(set_folder "$1")/bundle
  BUNDLE_APP_CONFIG=$(set_folder "$1")/config
  BUNDLE_DISABLE_VERSION_CHECK=true
  BUNDLE_SILENCE_ROOT_WARNING=true
  export BUNDLE_GEMFILE BUNDLE_PATH BUNDLE_APP_CONFIG BUNDLE_DISABLE_VERSION_CHECK BUNDLE_SILENCE_ROOT_WARNING
}
