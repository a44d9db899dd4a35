// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoPlistText;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A profile as MDMDirector keeps it: its top-level PayloadUUID is replaced by one made of the bytes that came, and the
 * property list is written anew.
 *
 * @param payloadUuid PayloadUUID as it came
 * @param hashedUuid the version 5 UUID, in the namespace for DNS names, of the bytes that came
 * @param mobileconfig what the Mac will get
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
record Upload(String payloadUuid, String identifier, String hashedUuid, byte[] mobileconfig) {
    /** RFC 4122, appendix C. */
    private static final UUID DNS_NAMESPACE = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    /**
     * Reads what a caller sent.
     *
     * @throws GoSyntaxException if it is no property list; a signed profile is none
     */
    static Upload read(byte[] bytes) throws GoSyntaxException {
        var profile = GoPlist.any(bytes);
        var payloadUuid = Fields.text(profile, "PayloadUUID");
        var hashedUuid = uuid(bytes).toString();
        profile.put("PayloadUUID", hashedUuid);
        return new Upload(
                payloadUuid, Fields.text(profile, "PayloadIdentifier"), hashedUuid, GoPlistText.indented(profile));
    }

    /** The same profile for all Macs: it goes through the rewriting twice. */
    Upload again() throws GoSyntaxException {
        return read(mobileconfig);
    }

    /** SHA-256 over what the Mac will get. */
    byte[] hash() {
        return digest("SHA-256").digest(mobileconfig);
    }

    private static UUID uuid(byte[] name) {
        var sha = digest("SHA-1");
        sha.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(DNS_NAMESPACE.getMostSignificantBits())
                .putLong(DNS_NAMESPACE.getLeastSignificantBits())
                .array());
        var hash = sha.digest(name);
        hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x50);
        hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
        var bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
