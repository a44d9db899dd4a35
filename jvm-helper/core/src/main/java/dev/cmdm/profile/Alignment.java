// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which items of two arrays belong together.
 *
 * @param pairs every item of both arrays once: first those of the second array in its order, then what was removed
 */
record Alignment(List<Pair> pairs) {
    /** Beyond so many comparisons items are taken by their position: an array of a setting has a few dozen at most. */
    private static final long MOST_COMPARISONS = 1_000_000;

    /**
     * Two items that belong together.
     *
     * @param before index in the first array, -1 for what was added
     * @param after index in the second array, -1 for what was removed
     */
    record Pair(int before, int after) {}

    /** Payloads: by identifier, then those left by type in their order. */
    static Alignment ofPayloads(List<Dict> before, List<Dict> after) {
        int[] partners = new int[after.size()];
        Arrays.fill(partners, -1);
        match(before, after, partners, payload -> payload.findText(Keys.IDENTIFIER));
        match(before, after, partners, payload -> payload.findText(Keys.TYPE));
        return of(before.size(), partners);
    }

    private static void match(
            List<Dict> before, List<Dict> after, int[] partners, Function<Dict, Optional<String>> name) {
        Set<Integer> taken = Arrays.stream(partners).boxed().collect(Collectors.toSet());
        Map<String, Deque<Integer>> free = new HashMap<>();
        for (int old = 0; old < before.size(); old++) {
            Optional<String> found = name.apply(before.get(old));
            if (found.isPresent() && !taken.contains(old)) {
                free.computeIfAbsent(found.orElseThrow(), key -> new ArrayDeque<>())
                        .add(old);
            }
        }
        for (int at = 0; at < partners.length; at++) {
            Deque<Integer> candidates = name.apply(after.get(at)).map(free::get).orElse(null);
            if (partners[at] < 0 && candidates != null && !candidates.isEmpty()) {
                partners[at] = candidates.remove();
            }
        }
    }

    /** Other items: the longest run of equal ones stays, what stands between is paired by position. */
    static Alignment of(List<PlistValue> before, List<PlistValue> after) {
        int[] partners = new int[after.size()];
        Arrays.fill(partners, -1);
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            partners[start] = start;
            start++;
        }
        if ((long) (before.size() - start) * (after.size() - start) <= MOST_COMPARISONS) {
            keepLongestRun(before, after, start, partners);
        }
        pairBetween(before.size(), partners);
        return of(before.size(), partners);
    }

    private static void keepLongestRun(List<PlistValue> before, List<PlistValue> after, int start, int[] partners) {
        int rows = before.size() - start;
        int columns = after.size() - start;
        int[][] longest = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                boolean equal = before.get(start + row).equals(after.get(start + column));
                longest[row][column] = equal
                        ? longest[row + 1][column + 1] + 1
                        : Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        int row = 0;
        int column = 0;
        while (row < rows && column < columns) {
            if (before.get(start + row).equals(after.get(start + column))) {
                partners[start + column++] = start + row++;
            } else if (longest[row + 1][column] >= longest[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
    }

    /** Pairs the first of what was removed before each kept item with the first of what was added there. */
    private static void pairBetween(int size, int[] partners) {
        int[] keptNext = new int[partners.length];
        int kept = size;
        for (int at = partners.length - 1; at >= 0; at--) {
            keptNext[at] = kept;
            kept = partners[at] >= 0 ? partners[at] : kept;
        }
        int next = 0;
        for (int at = 0; at < partners.length; at++) {
            if (partners[at] >= 0) {
                next = partners[at] + 1;
            } else if (next < keptNext[at]) {
                partners[at] = next++;
            }
        }
    }

    private static Alignment of(int size, int[] partners) {
        List<Pair> pairs = new ArrayList<>();
        boolean[] taken = new boolean[size];
        for (int at = 0; at < partners.length; at++) {
            pairs.add(new Pair(partners[at], at));
            if (partners[at] >= 0) {
                taken[partners[at]] = true;
            }
        }
        for (int old = 0; old < size; old++) {
            if (!taken[old]) {
                pairs.add(new Pair(old, -1));
            }
        }
        return new Alignment(pairs);
    }

    /** Whether the items that belong together stand in one order in both. */
    boolean inOrder() {
        int last = -1;
        for (Pair pair : pairs) {
            if (pair.before() >= 0 && pair.after() >= 0) {
                if (pair.before() < last) {
                    return false;
                }
                last = pair.before();
            }
        }
        return true;
    }
}
