// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.Arrays;

/** Bytes that compare by content and cannot be changed; prints only how many they are, for they may be secret. */
public final class Bytes implements Comparable<Bytes> {
    private final byte[] content;

    /** Copies what it is given. */
    public Bytes(byte[] content) {
        this.content = content.clone();
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return content.clone();
    }

    /** How many bytes. */
    public int size() {
        return content.length;
    }

    /** By content; also what keeps a hash table quick whatever it is given. */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
