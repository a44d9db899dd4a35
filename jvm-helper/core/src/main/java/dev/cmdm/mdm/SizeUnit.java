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
            return base64(bytes) + AROUND;
        }
    },
    /**
     * The bytes of Fleet's request: the profile in base64 within the command, which is in base64 within JSON. (Fleet,
     * server/fleet/request.go.)
     */
    FLEET_REQUEST("bytes of the request") {
        @Override
        public long of(long bytes) {
            return base64(base64(bytes) + FLEET_COMMAND) + FLEET_JSON;
        }
    };

    private static final int AROUND = 97;

    /** What stands around the profile in a command of cmdm's, its id among it. */
    private static final int FLEET_COMMAND = 400;

    /** What stands around the command, the Mac's hardware UUID among it. */
    private static final int FLEET_JSON = 68;

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

    private static long base64(long bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
