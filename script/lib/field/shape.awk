# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# The shape of a listing that profiles -P -o stdout-xml printed, a line each:
#   owner NAME | profile KEY TYPE | payload KEY TYPE | date yes|no | setting PAYLOADTYPE KEY | value TEXT | broken
# Levels: 1 owners, 2 an owner's profiles, 3 a profile, 4 its payloads, 5 a payload, 6 its settings.

function open(type) {
  kept(type)
  kind[++level] = type
  if (level == 3) { identified = 0 }
  if (level == 5) { payload = ""; settings = 0 }
}

function close_one(   i) {
  if (level == 3 && !identified) { print "broken" }
  if (level == 5) {
    for (i = 1; i <= settings; i++) { print "setting\t" payload "\t" setting[i] }
  }
  level--
}

# What stands under the last key.
function kept(type) {
  if (level == 1 && type != "array") { print "broken" }
  if (level == 2 && type != "dict") { print "broken" }
  if (level == 3) { print "profile\t" key[3] "\t" type }
  if (level == 5) { print "payload\t" key[5] "\t" type }
  if (level == 3 && key[3] == "ProfileIdentifier") { identified = 1 }
}

function said(type, text) {
  kept(type)
  if (level == 3 && key[3] == "ProfileInstallDate") {
    print "date\t" (text ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9] [+-][0-9][0-9][0-9][0-9]$/ ? "yes" : "no")
  }
  if (level == 5 && key[5] == "PayloadType") { payload = text }
  gsub(/[\n\t]/, " ", text)
  print "value\t" text
}

BEGIN { RS = "<" }
{
  end = index($0, ">")
  tag = substr($0, 1, end - 1)
  text = substr($0, end + 1)
  sub(/[ \n\t]*$/, "", tag)
  if (tag == "dict" || tag == "array") { open(tag) }
  else if (tag == "dict/" || tag == "array/") { open(substr(tag, 1, length(tag) - 1)); close_one() }
  else if (tag == "/dict" || tag == "/array") { close_one() }
  else if (tag == "true/" || tag == "false/") { kept("boolean") }
  else if (tag == "key") {
    key[level] = text
    if (level == 1) { print "owner\t" text }
    if (level == 6 && kind[6] == "dict" && key[5] == "PayloadContent") { setting[++settings] = text }
  }
  else if (tag ~ /^(string|integer|real|date|data)$/) { said(tag, text) }
  else if (tag ~ /^(string|data)\/$/) { said(substr(tag, 1, length(tag) - 1), "") }
}
