// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Lifetime;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;

/**
 * A value beside what Apple says of its key.
 *
 * @param subject the profile
 * @param path where the value stands
 * @param key what Apple says
 * @param value the value
 * @param around which macOS knows what is around it, for a key that came with its payload is not worth a second word
 * @param preference whether it is a managed preference, which a program reads and not macOS itself
 */
record Spot(Subject subject, KeyPath path, PayloadKey key, PlistValue value, Lifetime around, boolean preference) {}
