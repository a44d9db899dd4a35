// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes a secret of what a source gave. */
final class SecretText {
    /** More than any password, token or private key is long, in bytes. */
    static final int MAXIMUM_SIZE = 64 * 1024;

    private SecretText() {}

    static Secret of(byte[] bytes, SecretSource source) {
        if (bytes.length > MAXIMUM_SIZE) {
            throw new SecretTooLargeException(
                    source + " gives more than 64 KiB, which no secret is; name the right one");
        }
        try {
            return of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    source);
        } catch (CharacterCodingException e) {
            throw new SecretUnreadableException(source + " is no UTF-8 text; store the secret as text");
        }
    }

    static Secret of(String text, SecretSource source) {
        String value = withoutLineEnd(text);
        if (value.isBlank()) {
            throw new SecretMissingException(source + " is empty; put the secret there");
        }
        return Secret.of(value);
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
