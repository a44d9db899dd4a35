// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.nio.charset.StandardCharsets;

/**
 * One request.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code DELETE}
 * @param path below the server's URL, beginning with a slash
 * @param question whether it changes nothing on the server, so that it may be asked again
 * @param authenticated whether the credential goes with it
 * @param headers fields of the product's own, such as a cookie
 * @param contentType of the body; empty when there is none
 * @param body the body; empty when there is none
 * @param answerLimit how many bytes of body an answer may have
 */
public record HttpCall(
        String method,
        String path,
        boolean question,
        boolean authenticated,
        Headers headers,
        String contentType,
        Bytes body,
        int answerLimit) {
    private static final int SMALL = 1024 * 1024;
    private static final Bytes NOTHING = new Bytes(new byte[0]);

    /** A request without a body, with the credential; a question when its method is GET. */
    public static HttpCall of(String method, String path) {
        return new HttpCall(method, path, method.equals("GET"), true, Headers.NONE, "", NOTHING, SMALL);
    }

    /** A question without a body, with the credential. */
    public static HttpCall get(String path) {
        return of("GET", path);
    }

    /** A question that everybody may ask, without the credential. */
    public static HttpCall getOpenly(String path) {
        return get(path).openly();
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

    /** The same request without the credential. */
    public HttpCall openly() {
        return new HttpCall(method, path, question, false, headers, contentType, body, answerLimit);
    }

    /** The same request, which changes nothing whatever its method. */
    public HttpCall asQuestion() {
        return new HttpCall(method, path, true, authenticated, headers, contentType, body, answerLimit);
    }

    /** The same request with a body, sent as it is. */
    public HttpCall withBody(String type, byte[] content) {
        return new HttpCall(method, path, question, authenticated, headers, type, new Bytes(content), answerLimit);
    }

    /** The same request with one more header field; its value is never logged. */
    public HttpCall withHeader(String name, String value) {
        return with(headers.with(name, value));
    }

    /** The same request with one more header field, whose value stands in no message either. */
    public HttpCall withSecret(String name, Secret value) {
        return with(headers.withSecret(name, value));
    }

    /** The same request with another limit for the answer, in bytes. */
    public HttpCall withAnswerLimit(int bytes) {
        return new HttpCall(method, path, question, authenticated, headers, contentType, body, bytes);
    }

    private HttpCall with(Headers more) {
        return new HttpCall(method, path, question, authenticated, more, contentType, body, answerLimit);
    }
}
