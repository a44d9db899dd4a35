// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.List;

/** Build numbers of macOS releases, from {@code builds.tsv}. */
public final class Builds {
    private static final List<Row> ROWS = Table.rows("builds.tsv");

    private Builds() {}

    /**
     * The build of a release: the known one, otherwise one of the right form (Darwin number, a letter per minor
     * release, a number).
     */
    public static String of(MacosVersion version) {
        return ROWS.stream()
                .filter(row -> MacosVersion.of(row.get("version")).equals(version))
                .map(row -> row.get("build"))
                .findFirst()
                .orElseGet(() -> invented(version));
    }

    /** The Darwin number: 19 for 10.15, 20 for 11, 24 for 15, 25 for 26. */
    static int darwin(MacosVersion version) {
        int major = version.major();
        if (major == 10) {
            return version.minor() + 4;
        }
        return major < 26 ? major + 9 : major - 1;
    }

    private static String invented(MacosVersion version) {
        char letter = (char) ('A' + (version.major() == 10 ? 0 : version.minor() % 26));
        return darwin(version) + String.valueOf(letter) + "1";
    }
}
