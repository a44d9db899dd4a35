// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** What a server counts of a profile that a command carries. */
public enum SizeUnit {
    /** The bytes of the profile. */
    BYTES("bytes") {
        @Override
        public long of(long bytes) {
            return bytes;
        }
    },
    /**
     * The characters of Workspace ONE's {@code CommandXml}: the profile in Base64 and 97 around it. (Workspace ONE,
     * error 1012.)
     */
    COMMAND_XML("characters") {
        @Override
        public long of(long bytes) {
            return (bytes + 2) / 3 * 4 + AROUND;
        }
    };

    private static final int AROUND = 97;

    private final String words;

    SizeUnit(String words) {
        this.words = words;
    }

    /** What a server counts of a profile of so many bytes. */
    public abstract long of(long bytes);

    /** In words, as they follow a number. */
    public String words() {
        return words;
    }
}
