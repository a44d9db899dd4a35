// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Lifetime;

/** Whether the macOS at hand has a key; needs its version. */
final class KeyLifetimeRule implements KeyRule {
    @Override
    public void check(Spot spot, Notes notes) {
        Lifetime lifetime = spot.key().lifetime();
        spot.subject().macos().ifPresent(version -> {
            if (lifetime.tooNewFor(version) && !spot.around().tooNewFor(version)) {
                add(Code.KEY_TOO_NEW, spot, Since.introduced("the key", lifetime), notes);
            } else if (lifetime.removedIn(version)) {
                add(Code.KEY_REMOVED, spot, Since.removed("the key", lifetime), notes);
            } else if (lifetime.deprecatedIn(version)) {
                add(Code.KEY_DEPRECATED, spot, Since.deprecated("the key", lifetime), notes);
            }
        });
    }

    private static void add(Code code, Spot spot, String message, Notes notes) {
        notes.add(code, spot.path(), message, spot.key().file());
    }
}
