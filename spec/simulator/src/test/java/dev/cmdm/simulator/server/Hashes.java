// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** What MDMDirector makes of bytes, by the standards alone; bytes as text in ISO 8859-1. */
final class Hashes {
    private static final String DNS_NAMESPACE = "6ba7b8109dad11d180b400c04fd430c8";

    private Hashes() {}

    /** The name-based UUID of version 5 in the namespace for DNS names (RFC 4122, 4.3). */
    static String uuid(String bytes) {
        var name = new String(HexFormat.of().parseHex(DNS_NAMESPACE), StandardCharsets.ISO_8859_1) + bytes;
        var hex = HexFormat.of().formatHex(Arrays.copyOf(digest("SHA-1", name), 16));
        var variant = Integer.toHexString(Integer.parseInt(hex.substring(16, 17), 16) & 3 | 8);
        return hex.replaceFirst("(.{8})(.{4}).(.{3}).(.{3})(.{12})", "$1-$2-5$3-" + variant + "$4-$5");
    }

    static String sha256(String bytes) {
        return Base64.getEncoder().encodeToString(digest("SHA-256", bytes));
    }

    private static byte[] digest(String algorithm, String bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
