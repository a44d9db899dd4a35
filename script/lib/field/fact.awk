# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# Prints what a table of facts says of one id on one release: its text, a template whose names in braces stand for
# what differs from Mac to Mac. Ends with 1 when the release has none. -v id=ID -v version=15.1 [-v ids=yes]
# With ids=yes: prints every id that the release has.

function number(text, part,   parts) {
  split(text, parts, ".")
  return parts[part] + 0
}

function before(one, other,   part) {
  for (part = 1; part <= 3; part++) {
    if (number(one, part) != number(other, part)) {
      return number(one, part) < number(other, part)
    }
  }
  return 0
}

BEGIN { FS = "\t" }
/^# / || $1 == "id" { next }
before(version, $2) || ($3 != "-" && !before(version, $3)) { next }
ids == "yes" { print $1; next }
$1 == id {
  text = $5
  gsub(/\\n/, "\n", text)
  gsub(/\\t/, "\t", text)
  print text
  found = 1
  exit
}
END { exit ids == "yes" || found ? 0 : 1 }
