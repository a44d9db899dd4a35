// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * One request.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}
 * @param path below the server's URL, beginning with a slash
 * @param authenticated whether the credential goes with it
 * @param contentType of the body; empty when there is none
 * @param body the body; empty when there is none
 * @param answerLimit how many bytes of body an answer may have
 */
public record HttpCall(
        String method, String path, boolean authenticated, String contentType, Bytes body, int answerLimit) {
    private static final int SMALL = 1024 * 1024;
    private static final Bytes NOTHING = new Bytes(new byte[0]);

    /** A question without a body, with the credential. */
    public static HttpCall get(String path) {
        return new HttpCall("GET", path, true, "", NOTHING, SMALL);
    }

    /** A question that everybody may ask, without the credential. */
    public static HttpCall getOpenly(String path) {
        return new HttpCall("GET", path, false, "", NOTHING, SMALL);
    }

    /** A request with a JSON body. */
    public static HttpCall postJson(String path, String json) {
        Bytes body = new Bytes(json.getBytes(StandardCharsets.UTF_8));
        return new HttpCall("POST", path, true, "application/json", body, SMALL);
    }

    /** A command for a Mac, as XML. The answer may repeat it in base64, some more around it. */
    public static HttpCall command(String method, String path, byte[] plist) {
        long limit = Math.min(2L * plist.length + SMALL, Integer.MAX_VALUE - 16L);
        return new HttpCall(method, path, true, "application/xml", new Bytes(plist), (int) limit);
    }

    /** The same request with another limit for the answer, in bytes. */
    public HttpCall withAnswerLimit(int bytes) {
        return new HttpCall(method, path, authenticated, contentType, body, bytes);
    }
}
