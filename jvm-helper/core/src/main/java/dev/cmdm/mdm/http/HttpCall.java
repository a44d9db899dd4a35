// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * One request.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code DELETE}
 * @param path below the server's URL, beginning with a slash
 * @param authenticated whether the credential goes with it
 * @param headers fields of the product's own, such as a cookie
 * @param contentType of the body; empty when there is none
 * @param body the body; empty when there is none
 * @param answerLimit how many bytes of body an answer may have
 */
public record HttpCall(
        String method,
        String path,
        boolean authenticated,
        Headers headers,
        String contentType,
        Bytes body,
        int answerLimit) {
    private static final int SMALL = 1024 * 1024;
    private static final Bytes NOTHING = new Bytes(new byte[0]);

    /** A request without a body, with the credential. */
    public static HttpCall of(String method, String path) {
        return new HttpCall(method, path, true, Headers.NONE, "", NOTHING, SMALL);
    }

    /** A question without a body, with the credential. */
    public static HttpCall get(String path) {
        return of("GET", path);
    }

    /** A question that everybody may ask, without the credential. */
    public static HttpCall getOpenly(String path) {
        return new HttpCall("GET", path, false, Headers.NONE, "", NOTHING, SMALL);
    }

    /** A request with a JSON body. */
    public static HttpCall postJson(String path, String json) {
        return of("POST", path).withBody("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A command for a Mac, as XML. The answer may repeat it in base64, some more around it. */
    public static HttpCall command(String method, String path, byte[] plist) {
        long limit = Math.min(2L * plist.length + SMALL, Integer.MAX_VALUE - 16L);
        return of(method, path).withBody("application/xml", plist).withAnswerLimit((int) limit);
    }

    /** The same request with a body, sent as it is. */
    public HttpCall withBody(String type, byte[] content) {
        return new HttpCall(method, path, authenticated, headers, type, new Bytes(content), answerLimit);
    }

    /** The same request with one more header field; its value is never logged. */
    public HttpCall withHeader(String name, String value) {
        return new HttpCall(method, path, authenticated, headers.with(name, value), contentType, body, answerLimit);
    }

    /** The same request with another limit for the answer, in bytes. */
    public HttpCall withAnswerLimit(int bytes) {
        return new HttpCall(method, path, authenticated, headers, contentType, body, bytes);
    }
}
