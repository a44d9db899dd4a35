// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.plist.BinaryPlist;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.CompactXml;
import dev.cmdm.plist.PlistValue;

/** The forms in which the content of a profile can be written; all of them are read back equal. */
public enum ProfileForm {
    /** The smallest XML. */
    XML,
    /** Apple's binary format. */
    BINARY,
    /** The one XML form that is the same on every machine: sorted keys, a line for each value. */
    CANONICAL;

    /** The bytes of a profile in this form, without any signature. */
    public byte[] write(PlistValue content) {
        return switch (this) {
            case XML -> CompactXml.write(content);
            case BINARY -> BinaryPlist.write(content);
            case CANONICAL -> CanonicalXml.write(content);
        };
    }
}
