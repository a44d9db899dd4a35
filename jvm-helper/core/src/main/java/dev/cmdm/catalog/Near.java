// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.util.Collection;
import java.util.Optional;

/** Finds what a misspelt name was perhaps meant to be. */
public final class Near {
    /** How many letters of a name may be wrong: one in this many. */
    private static final int LETTERS_PER_SLIP = 3;

    private static final int MOST_SLIPS = 2;

    private Near() {}

    /** The name that is the same but for case, else the nearest that is very near, or nothing; never the name itself. */
    public static Optional<String> find(String name, Collection<String> known) {
        String best = null;
        int fewest = allowance(name) + 1;
        for (String candidate : known) {
            if (candidate.equalsIgnoreCase(name) && !candidate.equals(name)) {
                return Optional.of(candidate);
            }
            if (Math.abs(candidate.length() - name.length()) < fewest && !candidate.equals(name)) {
                int slips = slips(name, candidate);
                if (slips < fewest) {
                    fewest = slips;
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** By the part after the last dot, for what Apple's names begin with is the same in all of them. */
    private static int allowance(String name) {
        int own = name.length() - (name.lastIndexOf('.') + 1);
        return Math.min(MOST_SLIPS, own / LETTERS_PER_SLIP);
    }

    /** How many letters have to be put in, taken out or changed. (Levenshtein.) */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
