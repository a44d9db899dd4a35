# SPDX-FileCopyrightText: the cmdm authors
# SPDX-License-Identifier: Apache-2.0
#
# Whether a text is what a template says, line by line: the first file is the template, the second the text. Ends with
# 1 when it is not. With -v each=yes every line of the text must be the template's one line.

function pattern(line) {
  gsub(/[][\\.*^$+?(){}|]/, "\\\\&", line)
  gsub(/\\\{[A-Za-z]+\\\}/, ".*", line)
  return "^" line "$"
}

NR == FNR { templates[++wanted] = pattern($0); next }
{
  seen++
  if ($0 !~ templates[each == "yes" ? 1 : seen] || (each != "yes" && seen > wanted)) {
    bad = 1
  }
}
END { exit bad || seen == 0 || (each != "yes" && seen != wanted) ? 1 : 0 }
