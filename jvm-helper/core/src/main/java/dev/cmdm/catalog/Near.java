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

    /** How many letters have to be put in, taken out, changed or exchanged with the next. (Damerau, Levenshtein.) */
    private static int slips(String one, String other) {
        int[][] fewest = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                fewest[i][j] = i == 0 || j == 0 ? i + j : fewest(fewest, one, i, other, j);
            }
        }
        return fewest[one.length()][other.length()];
    }

    private static int fewest(int[][] before, String one, int i, String other, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int slips = Math.min(before[i - 1][j - 1] + (same ? 0 : 1), Math.min(before[i - 1][j], before[i][j - 1]) + 1);
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(slips, before[i - 2][j - 2] + 1) : slips;
    }
}
