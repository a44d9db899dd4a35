// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.plist.Bytes;

/**
 * The bytes in which a declared profile could be sent.
 *
 * @param kind how they came about
 * @param content what would be sent, never empty
 * @param size what the server counts, in its own unit
 * @param uuid the top-level UUID to be expected on the Mac afterwards
 */
public record Form(Kind kind, Bytes content, long size, String uuid) {
    /** How a form came about. */
    public enum Kind {
        /** Byte for byte as declared: signed input, and unsigned input that is not to be stamped. */
        GIVEN,
        /** Canonical XML with the derived UUID. */
        CANONICAL
    }
}
