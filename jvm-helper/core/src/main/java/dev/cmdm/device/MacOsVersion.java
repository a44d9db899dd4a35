// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.device;

import java.util.Optional;

/**
 * A macOS version, compared number by number: 10.13.2 &lt; 10.14 &lt; 15.1 &lt; 26.0.
 *
 * @param major the first number
 * @param minor the second, 0 when not written
 * @param patch the third, 0 when not written
 */
public record MacOsVersion(int major, int minor, int patch) implements Comparable<MacOsVersion> {

    /**
     * Reads {@code 15}, {@code 15.1} or {@code 10.13.6}, as {@code sw_vers -productVersion} prints it.
     *
     * @return nothing when the text is not one to three numbers of at most four digits
     */
    public static Optional<MacOsVersion> find(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length > 3) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 4 || !parts[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return Optional.of(new MacOsVersion(numbers[0], numbers[1], numbers[2]));
    }

    /** Whether {@code profiles} of this version can still install: 10.15 and older. (macOS 11 removed it.) */
    public boolean installsLocally() {
        return major < 11;
    }

    @Override
    public int compareTo(MacOsVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
