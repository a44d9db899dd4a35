# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# Where the gem sets live and whether one is complete. Sourced with the checkout in $root.
#
# A set is a Gemfile under script/gems. It is installed once for each Ruby version, in a folder of its own that
# also keeps Gemfile.lock, so that sets, machines and Ruby versions never disturb each other.
: "${root:?}"

find_set() {
  if [ -z "${ruby_version:-}" ]; then
    ruby_version=$(ruby --disable-gems -e 'print RUBY_VERSION' 2>/dev/null) || return 1
  fi
  gemfile=$root/script/gems/$1/Gemfile
  folder=$root/build/gems/$1/$ruby_version
}

# Complete: the folder holds, as its stamp, the very Gemfile that the set has now.
is_complete() {
  find_set "$1" && cmp -s "$gemfile" "$folder/complete"
}

# Points Bundler at a set and away from any bundle that the caller runs in.
use_set() {
  find_set "$1"
  unset RUBYOPT RUBYLIB GEM_HOME GEM_PATH BUNDLE_BIN_PATH BUNDLER_VERSION BUNDLER_SETUP
  # shellcheck disable=SC2046 # names of variables
  unset $(env | sed -n 's/^\(BUNDLER_ORIG_[A-Z_]*\)=.*/\1/p')
  export BUNDLE_GEMFILE="$folder/Gemfile" BUNDLE_PATH="$folder/bundle" BUNDLE_APP_CONFIG="$folder/config"
  export BUNDLE_DISABLE_VERSION_CHECK=true BUNDLE_SILENCE_ROOT_WARNING=true
}
