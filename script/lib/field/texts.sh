# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154
#
# The texts of Apple's tools, part of script/field-check: profiles-tool.tsv has what each should be.

text sw_vers "$work/sw_vers"
text help "$work/help"
text version "$work/tool"

# The lines of a listing that tell of profiles, and the one that counts them: FILE ID-OF-TOTAL ID-OF-NONE
listing() {
  sed -n '$p' "$1" >"$work/last"
  if grep -q '] attribute: ' "$1"; then
    text "$2" "$work/last"
    untested "$3" 'profiles are installed'
  else
    text "$3" "$1"
    untested "$2" 'no profile is installed'
  fi
}
text list.line "$work/listed" each=yes
if [ "$root" = yes ]; then
  listing "$work/plain" list.total.all list.none.all
else
  # Without root only the caller's own are listed.
  listing "$work/plain" list.total.user list.none.user
fi
listing "$work/computer" list.total.computer list.none.computer

# Labels in their order, without values: FILE
attributes() { sed -n 's/^.*\] attribute: \([A-Za-z]*\): .*/\1/p; s/^attribute: \([A-Za-z]*\): .*/\1/p' "$1"; }
labels() { sed -n 's/^.*payload\[[^]]*\] \([a-z]*\)	*= .*/\1/p' "$1"; }
# Every profile's in one line: FILE; a line for each kind of profile there is.
kinds() {
  sed -n 's/^\(.*\)\[\([0-9]*\)\] attribute: \([A-Za-z]*\): .*/\1 \2 \3/p' "$1" | awk '
    { who = $1 " " $2; seen[who] = seen[who] " " $3; if (!(who in order)) { order[who] = ++n; name[n] = who } }
    END { for (i = 1; i <= n; i++) { print substr(seen[name[i]], 2) } }' | sed 's/ source$//' | sort -u
}

sed -n '1p' "$work/verbose" >"$work/banner"
text verbose.banner "$work/banner"
if some && claim verbose.profile >"$work/claim"; then
  wanted=$(attributes "$work/claim" | tr '\n' ' ' | sed 's/ $//')
  found=$(kinds "$work/verbose")
  if [ "$found" = "$wanted" ]; then
    tell confirmed verbose.profile "$(raw <"$work/claim")"
  else
    tell refuted verbose.profile "attributes: $(echo "$found" | tr '\n' '|' | sed 's/|$//')"
  fi
  claim verbose.payload >"$work/claim"
  wanted=$(labels "$work/claim" | tr '\n' ' ' | sed 's/ $//')
  found=$(labels "$work/verbose" | awk '{ if ($1 in seen) exit; seen[$1] = 1; printf "%s%s", s, $1; s = " " }')
  if [ -z "$found" ]; then
    untested verbose.payload 'no payload is listed'
  elif [ "$found" = "$wanted" ]; then
    tell confirmed verbose.payload "$(raw <"$work/claim")"
  else
    tell refuted verbose.payload "labels: $found"
  fi
  if grep -q '] attribute: [A-Za-z]*: *$' "$work/verbose"; then
    tell refuted verbose.absent 'nothing after the colon'
  elif grep -q ': (null)$' "$work/verbose"; then
    tell confirmed verbose.absent '(null)'
  else
    untested verbose.absent 'every attribute has a value'
  fi
  sed -n 's/^.*\[[0-9]*\] \(attribute: source: .*\)/\1/p' "$work/verbose" >"$work/source"
  text verbose.declarative "$work/source" each=yes
else
  for id in verbose.profile verbose.payload verbose.absent verbose.declarative; do
    not_here "$id" 'no profile is installed' profiles-tool
  done
fi

# Of several texts one can be printed; the others are not testable. FILE NAME-OF-ALL ID...
one_of() {
  file=$1
  group=$2
  shift 2
  which=''
  known=''
  for id in "$@"; do
    claim "$id" >"$work/claim" || continue
    known=yes
    if [ -z "$which" ] && awk -f "$lib/match.awk" -v each=no "$work/claim" "$file"; then which=$id; fi
  done
  for id in "$@"; do
    claim "$id" >"$work/claim" || continue
    if [ "$id" = "$which" ]; then
      tell confirmed "$id" "$(raw <"$work/claim")"
    else
      untested "$id" "here it is ${which:-none of these}"
    fi
  done
  if [ -z "$which" ] && [ -n "$known" ]; then tell refuted "$group" "$(scrub <"$file")"; fi
}
one_of "$work/status-configuration" status.configuration status.configuration.none status.configuration.one status.configuration.many
one_of "$work/status-enrollment" status.enrollment status.enrollment.none status.enrollment.user-approved status.enrollment.automated \
  status.enrollment.mdm
if [ "$root" = yes ]; then
  one_of "$work/status-bootstraptoken" status.bootstraptoken status.bootstraptoken.no status.bootstraptoken.yes
else
  for id in status.bootstraptoken.no status.bootstraptoken.yes; do not_here "$id" 'needs root' profiles-tool; done
fi

# What only a change of the Mac, a fault or a question to Apple would print.
for id in show.enrollment.none show.enrollment.automated; do not_here "$id" 'asks Apple, who limits how often' profiles-tool; done
for id in install.refused install.failed remove.failed remove.reason.mdm remove.reason.enrollment remove.reason.absent \
  remove.reason.not-root remove.reason.password; do
  not_here "$id" 'a change of the Mac' profiles-tool
done
for id in needs-root usage output.exists noise.before noise.after listing.failed security.identity security.identities \
  security.identity.missing security.cms.failed security.usage; do
  not_here "$id" 'not read by this check' profiles-tool
done
