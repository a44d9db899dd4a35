# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# A text of which only words are left that the tables of facts have already; any other word may be somebody's name or
# a value. The first file has the known words, one a line; the second is the text. Prints one line.

function scrubbed(line,   out, word) {
  out = ""
  while (match(line, /[A-Za-z0-9._@-]+/)) {
    word = substr(line, RSTART, RLENGTH)
    out = out substr(line, 1, RSTART - 1) (tolower(word) in known ? word : "{value}")
    line = substr(line, RSTART + RLENGTH)
  }
  out = out line
  gsub(/\t/, "\\t", out)
  gsub(/[^ -~]/, "?", out)
  return out
}

NR == FNR { known[tolower($0)] = 1; next }
{ printf "%s%s", separator, scrubbed($0); separator = "\\n" }
END { print "" }
