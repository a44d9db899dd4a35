// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/** A top-level PayloadIdentifier. */
public record ProfileIdentifier(String value) implements Comparable<ProfileIdentifier> {
    @Override
    public int compareTo(ProfileIdentifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
