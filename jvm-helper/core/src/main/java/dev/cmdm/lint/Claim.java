// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.List;

/**
 * What a profile says of one thing on which all profiles of a Mac have to agree.
 *
 * @param thing what it is, equal for every profile that speaks of it; holds values of the profile and is never shown
 * @param value what is said of it
 * @param path where
 * @param contest which kind of thing it is
 * @param type the payload type or preference domain
 */
record Claim(List<String> thing, PlistValue value, KeyPath path, Contest contest, String type) {
    Claim {
        thing = List.copyOf(thing);
    }
}
