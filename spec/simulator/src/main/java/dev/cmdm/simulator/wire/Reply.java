// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer; Date, Content-Length and Transfer-Encoding are added when it is sent.
 *
 * @param headers in the order of sending
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** An answer with neither body nor type. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** An answer of this type. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    /** The line of text that Go's http.Error sends. */
    public static Reply error(int status, String text) {
        return of(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8))
                .with("X-Content-Type-Options", "nosniff");
    }

    /** What Go's router answers to a path nobody registered. */
    public static Reply notFound() {
        return error(404, "404 page not found");
    }

    /** A body whose type Go derives from its first bytes, as it does for the commands that Macs fetch. */
    public static Reply sniffed(byte[] body) {
        return body.length == 0 ? empty(200) : of(200, ContentTypes.sniff(body), body);
    }

    /** The same answer with one header more. */
    public Reply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
