// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import java.util.Base64;
import java.util.regex.Pattern;

/** Base64 as Go's encoding/base64 reads it: line breaks are ignored, padding is required. */
public final class GoBase64 {
    private static final Pattern VALID =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final Pattern VALID_START = Pattern.compile("[A-Za-z0-9+/\\r\\n]*");

    private GoBase64() {}

    /**
     * The bytes that the text stands for.
     *
     * @throws GoSyntaxException with Go's words if it is not base64
     */
    public static byte[] decode(String text) throws GoSyntaxException {
        var joined = text.replace("\r", "").replace("\n", "");
        if (!VALID.matcher(joined).matches()) {
            var start = VALID_START.matcher(text);
            throw new GoSyntaxException("illegal base64 data at input byte " + (start.lookingAt() ? start.end() : 0));
        }
        return Base64.getDecoder().decode(joined);
    }
}
