// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What two profiles have in common if and only if they hold the same settings: SHA-256 over the
 * canonical content, which leaves out key order, form, signature, and the UUIDs that tools draw anew.
 * Final for all time; {@code docs/fingerprint.md} is the definition.
 *
 * <p>It is unkeyed, so a short secret inside the profile could be guessed from it: it does not print
 * itself, {@link #hex} is for records.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Fingerprint(String hex) {
    private static final int DIGITS = 64;
    private static final byte[] LABEL = "cmdm fingerprint 1\0".getBytes(StandardCharsets.US_ASCII);

    public Fingerprint {
        if (hex.length() != DIGITS || !allDigits(hex)) {
            throw new IllegalArgumentException("a fingerprint is 64 hexadecimal digits in lower case");
        }
    }

    /** The fingerprint of a profile. */
    public static Fingerprint of(Profile profile) {
        return of(profile.content());
    }

    /**
     * The fingerprint of a profile for others to see, or nothing when a secret inside could be guessed
     * from it; {@link Profile#secrets} tells where that is.
     */
    public static Optional<Fingerprint> findPublic(Profile profile) {
        return profile.secrets().isEmpty() ? Optional.of(of(profile)) : Optional.empty();
    }

    static Fingerprint of(PlistValue.Dict content) {
        byte[] encoded = ContentEncoder.encode(content);
        byte[] labelled = ByteBuffer.allocate(LABEL.length + encoded.length)
                .put(LABEL)
                .put(encoded)
                .array();
        return new Fingerprint(HexFormat.of().formatHex(DerivedUuids.digest("SHA-256", labelled)));
    }

    /** The PayloadUUID that proves this content wherever it is installed; upper case. */
    public String derivedUuid() {
        return DerivedUuids.ofProfile(HexFormat.of().parseHex(hex));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint fingerprint && hex.equals(fingerprint.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return "a fingerprint";
    }

    private static boolean allDigits(String hex) {
        char[] characters = hex.toCharArray();
        for (char character : characters) {
            if (!isDigit(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
