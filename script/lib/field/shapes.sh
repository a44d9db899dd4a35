# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154
#
# The shape of listings and what else the simulator assumes, part of script/field-check: assumptions.tsv says what.

# The keys of one level that are not among those of an assumption: LEVEL ID
keys() {
  wanted=$(claim "$2" assumptions)
  sed -n "s/^$1	\([A-Za-z]*\)	.*/\1/p" "$work/shape" | sort -u >"$work/keys"
  more=$(echo "$wanted" | tr ' ' '\n' | grep -vxF -f - "$work/keys" | tr '\n' ' ' | sed 's/ $//' || true)
  if [ -z "$more" ]; then tell confirmed "$2" "$wanted"; else tell refuted "$2" "$wanted and $more"; fi
}

if some; then
  holds xml.owners "$(if grep -q '^owner' "$work/shape" && ! grep -q '^broken' "$work/shape"; then echo yes; else echo no; fi)"
  keys profile xml.keys.profile
  keys payload xml.keys.payload
  wanted=$(claim xml.types assumptions)
  found=''
  for pair in $wanted; do
    kinds=$(awk -F '\t' -v key="${pair%=*}" '($1 == "profile" || $1 == "payload") && $2 == key { print $3 }' "$work/shape" | sort -u | tr '\n' '|')
    kinds=${kinds%|}
    found="$found ${pair%=*}=${kinds:-${pair#*=}}"
  done
  same xml.types "${found# }"
  if grep -q '^date	no' "$work/shape"; then
    tell refuted xml.date 'another form'
  else
    same xml.date '9999-99-99 99:99:99 +9999'
  fi
  holds xml.whole "$(yes_if [ "$(grep -c '^profile	ProfileIdentifier	' "$work/shape")" = "$profiles" ])"
  holds verbose.whole "$(yes_if [ "$(grep -c '] attribute: profileIdentifier: ' "$work/verbose")" = "$profiles" ])"
  same exit.listed "$(cat "$work/plain.exit")"
  untested exit.none 'profiles are installed'
else
  for id in xml.owners xml.keys.profile xml.keys.payload xml.types xml.date xml.whole verbose.whole exit.listed; do
    not_here "$id" 'no profile is installed' assumptions
  done
  same exit.none "$(cat "$work/plain.exit")"
fi
holds streams.listing "$(yes_if [ ! -s "$work/plain.err" ])"

for form in plist text; do
  found=$(grep -oE 'IOPlatformSerialNumber|IOPlatformUUID' "$work/ioreg.$form" | sort -u | tr '\n' ' ' | sed 's/ $//' || true)
  same "ioreg.$form" "$found"
done

# Which settings a listing leaves out.
sed -n '/^#/!p' "$facts/hidden-keys.tsv" | sed 1d | while IFS='	' read -r type key rest; do
  echo "$type $key"
done >"$work/hidden"
while read -r type key; do
  id="hidden:$type:$key"
  awk -F '\t' -v type="$type" -v key="$key" '
    $1 == "setting" && (type == "*" || $2 == type) && (key == "*" || $3 == key) { shown = 1 }
    $1 == "value" && type != "*" && $2 == type { there = 1 }
    END { print shown ? "shown" : there ? "hidden" : "absent" }' "$work/shape" >"$work/answer"
  case $(cat "$work/answer") in
    shown) tell refuted "$id" 'shown' ;;
    hidden) tell confirmed "$id" 'left out' ;;
    *) untested "$id" 'no such payload is listed' ;;
  esac
done <"$work/hidden"

if [ -z "$mac" ] && [ -x "${JAVA_HOME:-/nowhere}/bin/java" ]; then
  same java.os-version "$("$JAVA_HOME/bin/java" -XshowSettings:properties -version 2>&1 |
    sed -n "s/^ *os.version = $(cat "$work/version")\$/a JVM tells the version that sw_vers prints/p")"
else
  not_here java.os-version 'JAVA_HOME names no Java of this Mac' assumptions
fi
for id in remove.refused install.warning install.passwordpolicy content.binary content.encrypted content.maximum; do
  not_here "$id" 'a change of the Mac' assumptions
done
not_here release.27 'no capture to compare with' assumptions
