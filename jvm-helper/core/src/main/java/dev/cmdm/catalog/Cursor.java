// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import dev.cmdm.device.MacOsVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the compiled schema from its bytes. Written for a cold start: no stream, no lambda, no regular expression. */
final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int at() {
        return at;
    }

    int octet() {
        return bytes[at++] & 0xff;
    }

    boolean flag() {
        return octet() != 0;
    }

    /** A number from 0 on: seven bits a byte, the lowest first, the eighth says that more follow. */
    int number() {
        int number = 0;
        int shift = 0;
        int octet = octet();
        while (octet > 0x7f) {
            number |= (octet & 0x7f) << shift;
            shift += 7;
            octet = octet();
        }
        return number | octet << shift;
    }

    String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    Optional<String> optionalText() {
        String text = text();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Three bytes; zeros where there is no version. */
    Optional<MacOsVersion> version() {
        int major = octet();
        int minor = octet();
        int patch = octet();
        return major == 0 ? Optional.empty() : Optional.of(new MacOsVersion(major, minor, patch));
    }
}
