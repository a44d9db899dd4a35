// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * The one place where UUIDs are derived: version 5 of RFC 9562 printed in upper case as Apple prints
 * them; in cmdm's own name space, but for those of another tool. The rules stand in {@code docs/fingerprint.md}.
 */
final class DerivedUuids {
    private static final UUID NAMESPACE = UUID.fromString("5f0e6b0d-6c1d-4a55-9a39-3d6f8a7f2c41");
    /** The name space of domain names. (RFC 9562, 6.6.) */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private DerivedUuids() {}

    /** The PayloadUUID of a profile of this fingerprint, 32 bytes. */
    static String ofProfile(byte[] fingerprint) {
        return version5(NAMESPACE, fingerprint);
    }

    /** The PayloadUUID of the payload of this name in a profile of this identifier. */
    static String ofPayload(String profileIdentifier, String payloadName) {
        return version5(NAMESPACE, ContentEncoder.pair(profileIdentifier, payloadName));
    }

    /** The PayloadUUID that MDMDirector gives a profile of these bytes. */
    static String ofBytes(byte[] bytes) {
        return version5(DNS, bytes);
    }

    private static String version5(UUID space, byte[] name) {
        byte[] hash = digest("SHA-1", spaceAnd(space, name));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong()).toString().toUpperCase(Locale.ROOT);
    }

    private static byte[] spaceAnd(UUID space, byte[] name) {
        return ByteBuffer.allocate(16 + name.length)
                .putLong(space.getMostSignificantBits())
                .putLong(space.getLeastSignificantBits())
                .put(name)
                .array();
    }

    /** A digest by an algorithm that every Java platform has. */
    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks " + algorithm + ", which every Java has to have", e);
        }
    }
}
