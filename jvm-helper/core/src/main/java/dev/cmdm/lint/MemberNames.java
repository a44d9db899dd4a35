// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Near;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadKey.Trait;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.List;
import java.util.Optional;

/** Which keys a dictionary has and which it should have. */
final class MemberNames {
    private MemberNames() {}

    /** Notes a key that Apple does not describe, and which one was perhaps meant. */
    static void unknown(String name, KeyPath path, List<PayloadKey> known, String file, Notes notes) {
        if (miscased(name, path, known, file, notes)) {
            return;
        }
        Optional<String> near = notes.full() ? Optional.empty() : near(name, known);
        notes.add(
                Code.UNKNOWN_KEY,
                path,
                "Apple's schema lacks this key for macOS"
                        + near.map(other -> "; perhaps it was to be " + other).orElse(""),
                file);
    }

    /** Notes a key that is one of Apple's but for case. */
    static boolean miscased(String name, KeyPath path, List<PayloadKey> known, String file, Notes notes) {
        for (PayloadKey key : known) {
            if (key.name().equalsIgnoreCase(name)) {
                notes.add(Code.MISCASED_KEY, path, "the key is " + key.name() + " but for upper and lower case", file);
                return true;
            }
        }
        return false;
    }

    /** Notes keys that Apple requires and that are not there; those that the macOS at hand lacks are not missed. */
    static void missing(PlistValue.Dict dict, KeyPath path, List<PayloadKey> known, Subject subject, Notes notes) {
        for (PayloadKey key : known) {
            if (key.has(Trait.REQUIRED)
                    && !key.name().equals(PayloadKey.ANY)
                    && dict.find(key.name()).isEmpty()
                    && current(key, subject)) {
                notes.add(Code.MISSING_KEY, path, "Apple requires the key " + key.name() + " here", key.file());
            }
        }
    }

    private static boolean current(PayloadKey key, Subject subject) {
        return subject.macos()
                .filter(version ->
                        key.lifetime().tooNewFor(version) || key.lifetime().removedIn(version))
                .isEmpty();
    }

    private static Optional<String> near(String name, List<PayloadKey> known) {
        return Near.find(name, known.stream().map(PayloadKey::name).toList());
    }
}
