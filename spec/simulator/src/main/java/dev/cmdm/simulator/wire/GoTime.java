// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import java.time.Instant;

/** Times as Go's encoding/json writes them: RFC 3339 in UTC with as many decimals as there are. */
public final class GoTime {
    private GoTime() {}

    /** Such as 2026-11-21T17:30:18.016Z. */
    public static String text(Instant time) {
        return time.toString().replaceFirst("(\\.\\d*?)0+Z$", "$1Z").replaceFirst("\\.Z$", "Z");
    }
}
