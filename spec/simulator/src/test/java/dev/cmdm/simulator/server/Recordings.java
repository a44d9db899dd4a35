// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What Macs sent, as the webhooks recorded it. */
final class Recordings {
    private static final Pattern RAW = Pattern.compile("\"raw_payload\": \"([^\"]*)\"");

    private Recordings() {}

    /** The body behind the webhook event of this name, such as Connect-Idle. */
    static String sentBy(String folder, String event) {
        var raw = RAW.matcher(Transcript.text(folder + "/webhook-mdm." + event + ".txt"));
        if (!raw.find()) {
            throw new AssertionError(event + " has no raw_payload");
        }
        return new String(Base64.getDecoder().decode(raw.group(1)), StandardCharsets.ISO_8859_1);
    }
}
