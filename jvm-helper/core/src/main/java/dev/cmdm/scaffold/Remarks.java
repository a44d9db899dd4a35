// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

/** What is said in a written file, as comments of Ruby, Puppet and YAML. */
final class Remarks {
    /** Above all. */
    static final String HEAD = """
            # Written by cmdm import. Above each profile stands what could not be recovered:
            # read it before this is used, for applying it replaces what is installed.
            """;

    private Remarks() {}

    /** Above one profile, a line each. */
    static String of(Recovered profile) {
        StringBuilder lines = new StringBuilder();
        profile.remarks()
                .forEach(remark ->
                        lines.append("# ").append(Plain.comment(remark)).append('\n'));
        return lines.toString();
    }
}
