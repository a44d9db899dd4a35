// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.List;

/**
 * A property list that was read.
 *
 * @param root the value at the top, of any kind
 * @param encoding how it was written
 * @param warnings what was tolerated, in reading order
 */
public record PlistDocument(PlistValue root, Encoding encoding, List<PlistWarning> warnings) {
    public PlistDocument {
        warnings = List.copyOf(warnings);
    }

    /** How a property list was written. */
    public enum Encoding {
        /** XML text. */
        XML,
        /** Apple's binary format, bplist00. */
        BINARY
    }
}
