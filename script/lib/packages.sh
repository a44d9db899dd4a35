# shellcheck shell=sh
# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# What this machine lacks, by the names of Debian's packages. Sourced by script/bootstrap with the log in $log.
: "${log:?}"

has() { command -v "$1" >/dev/null 2>&1; }

# A JDK says its version in the file "release" of its home: read in a millisecond, where javac needs 300.
jdk_release() {
  if [ -n "${JAVA_HOME:-}" ]; then
    home=$JAVA_HOME
  elif [ -x /usr/libexec/java_home ]; then
    home=$(/usr/libexec/java_home -F -v 17+ 2>/dev/null) || return 1
  else
    has javac || return 1
    home=$(readlink -f "$(command -v javac)")
    home=${home%/bin/javac}
  fi
  [ -x "$home/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null
}

has_jdk_17() {
  release=$(jdk_release) && [ "${release:-0}" -ge 17 ]
}

# Header packages have no command to look for: dpkg is asked once for all.
installed_packages() {
  dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p' | tr '\n' ' '
}

is_met() {
  case $1 in
    default-jdk-headless) has_jdk_17 ;;
    maven) has mvn ;;
    ruby-bundler) has bundle ;;
    build-essential) has cc && has make ;;
    puppet-agent) has puppet ;;
    procps) has ps ;;
    ruby-dev | lib*-dev) ! has dpkg-query || case " $installed " in *" $1 "*) ;; *) false ;; esac ;;
    *) has "$1" ;;
  esac
}

# Prints those of the given packages that are missing, on one line.
missing_packages() {
  installed=''
  if has dpkg-query; then installed=$(installed_packages "$@"); fi
  missing=''
  for package in "$@"; do
    is_met "$package" || missing="$missing $package"
  done
  echo "${missing# }"
}

# What to call a package where Debian's name says nothing.
plain_name() {
  case $1 in
    default-jdk-headless) echo 'a JDK, 17 or newer' ;;
    maven) echo 'Maven 3.8.7 or newer' ;;
    ruby) echo 'Ruby 3.1 or newer' ;;
    ruby-bundler) echo 'Bundler' ;;
    build-essential) echo 'a C compiler and make' ;;
    puppet-agent) echo 'Puppet or OpenVox, 7 or 8' ;;
    *) echo "$1" ;;
  esac
}

explain_missing() {
  echo 'bootstrap: this machine has no apt-get; please install:' >&2
  for package in "$@"; do
    echo "  $(plain_name "$package")" >&2
  done
}

# apt-get's noise goes to the log. Package lists may be absent or old, so a failure refreshes them and tries once more.
apt_install() {
  apt="env DEBIAN_FRONTEND=noninteractive apt-get"
  if [ "$(id -u)" != 0 ]; then apt="sudo $sudo_flags $apt"; fi
  # shellcheck disable=SC2086 # a command and a list of packages
  $apt install --yes --no-install-recommends "$@" >>"$log" 2>&1 ||
    { $apt update >>"$log" 2>&1 && $apt install --yes --no-install-recommends "$@" >>"$log" 2>&1; }
}

# True where installing may begin: at once as root and in continuous integration, after a yes on a terminal.
may_install() {
  sudo_flags=''
  if [ "$(id -u)" = 0 ]; then return 0; fi
  has sudo || return 1
  if [ -n "${CI:-}" ]; then
    sudo_flags=-n
    return 0
  fi
  [ -t 0 ] && [ -t 2 ] || return 1
  printf 'bootstrap: missing: %s\nInstall with sudo apt-get now? [y/N] ' "$*" >&2
  read -r answer
  case $answer in y | Y | yes) ;; *) return 1 ;; esac
}

# Installs the given packages or ends with 69 and the way to do it.
need_packages() {
  if ! has apt-get; then
    explain_missing "$@"
    exit 69
  fi
  if ! may_install "$@"; then
    echo "bootstrap: missing packages; run: sudo apt-get install --no-install-recommends $*" >&2
    exit 69
  fi
  echo "bootstrap: installing $* (log: $log)"
  if ! apt_install "$@"; then
    tail -n 5 "$log" >&2
    echo "bootstrap: apt-get could not install all of these; the whole log is $log" >&2
    exit 69
  fi
}
