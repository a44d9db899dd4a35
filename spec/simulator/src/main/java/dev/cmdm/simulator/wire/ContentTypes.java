// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The part of Go's http.DetectContentType that property lists meet (WHATWG MIME sniffing). */
final class ContentTypes {
    private static final int SNIFFED = 512;

    private ContentTypes() {}

    static String sniff(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.ISO_8859_1).stripLeading();
        if (start.startsWith("<?xml")) {
            return "text/xml; charset=utf-8";
        }
        return isText(body) ? "text/plain; charset=utf-8" : "application/octet-stream";
    }

    private static boolean isText(byte[] body) {
        for (byte each : body) {
            if (each >= 0
                    && each < ' '
                    && each != '\t'
                    && each != '\n'
                    && each != '\r'
                    && each != '\f'
                    && each != 0x1b) {
                return false;
            }
        }
        return isUtf8(body);
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
