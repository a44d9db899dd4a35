// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A macOS version such as {@code 10.13.4} or {@code 26.1}, compared by component: 15 is followed by 26, and 10.9 comes
 * before 10.13.
 */
public record MacosVersion(String text) implements Comparable<MacosVersion> {
    private static final Pattern FORM = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,3}");

    /**
     * @throws IllegalArgumentException if the text is not numbers joined by points
     */
    public MacosVersion {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a macOS version such as 15.1");
        }
    }

    /** Reads a version; see the constructor for errors. */
    public static MacosVersion of(String text) {
        return new MacosVersion(text);
    }

    /** True when this is {@code other} or a later version. */
    public boolean atLeast(MacosVersion other) {
        return compareTo(other) >= 0;
    }

    /** The first number: 15 of 15.1. */
    public int major() {
        return components()[0];
    }

    /** The second number, 0 when there is none: 1 of 15.1. */
    public int minor() {
        int[] components = components();
        return components.length > 1 ? components[1] : 0;
    }

    /** Compares number by number; a missing number counts as 0, so 15 and 15.0 are the same version. */
    @Override
    public int compareTo(MacosVersion other) {
        return Arrays.compare(padded(), other.padded());
    }

    private int[] padded() {
        return Arrays.copyOf(components(), 4);
    }

    private int[] components() {
        return Pattern.compile("\\.")
                .splitAsStream(text)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MacosVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(padded());
    }

    @Override
    public String toString() {
        return text;
    }
}
