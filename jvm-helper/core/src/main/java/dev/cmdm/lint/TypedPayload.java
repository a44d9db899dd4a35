// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.PayloadType;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.Optional;

/**
 * A payload that has a type.
 *
 * @param name its PayloadType
 * @param content all it holds
 * @param path where it stands
 * @param type what Apple says of the type, or nothing when Apple's schema lacks it
 */
record TypedPayload(String name, PlistValue.Dict content, KeyPath path, Optional<PayloadType> type) {
    /** Where its PayloadType stands. */
    KeyPath typePath() {
        return path.key("PayloadType");
    }
}
