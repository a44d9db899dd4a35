// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read in full.
 *
 * @param received when it arrived
 * @param path path with escapes resolved
 * @param query what follows the question mark, as it was sent; empty for nothing
 * @param headers first value of each header, names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
public record Request(
        Instant received, String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** The value of a header, whatever the case of its name. */
    public Optional<String> findHeader(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first value of a query parameter; a parameter without a value is empty. */
    public Optional<String> findParameter(String name) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decoded(pair[0]).equals(name))
                .map(pair -> pair.length > 1 ? decoded(pair[1]) : "")
                .findFirst();
    }

    /** Path and query as they appear in a request line. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
