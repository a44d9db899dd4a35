// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.PayloadKey.Trait;

/** What a key needs of the Mac, of its enrollment and of the profile. */
final class TraitsRule implements KeyRule {
    @Override
    public void check(Spot spot, Notes notes) {
        if (spot.key().traits().isEmpty()) {
            return;
        }
        note(
                Trait.NOT_MACOS,
                Code.KEY_NOT_FOR_MACOS,
                "Apple has this key for other devices, not for Macs",
                spot,
                notes);
        note(Trait.MDM_ONLY, Code.MDM_ONLY_KEY, "macOS takes this key from an MDM only", spot, notes);
        note(Trait.SUPERVISED, Code.NEEDS_SUPERVISION, "the key works on supervised Macs only", spot, notes);
        note(
                Trait.AUTOMATED_ENROLLMENT,
                Code.NEEDS_AUTOMATED_ENROLLMENT,
                "the key works only on Macs that enrolled automatically",
                spot,
                notes);
        if (spot.subject()
                .profile()
                .content()
                .findText("PayloadScope")
                .filter("User"::equals)
                .isPresent()) {
            note(
                    Trait.DEVICE_ONLY,
                    Code.DEVICE_ONLY_KEY,
                    "the key works for the computer only, and the profile is for a user",
                    spot,
                    notes);
        }
    }

    private static void note(Trait trait, Code code, String message, Spot spot, Notes notes) {
        if (spot.key().has(trait)) {
            notes.add(code, spot.path(), message, spot.key().file());
        }
    }
}
