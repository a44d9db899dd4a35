// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Lifetime;

/** Sentences about versions of macOS. */
final class Since {
    private Since() {}

    static String introduced(String what, Lifetime lifetime) {
        return what + " is known since macOS " + lifetime.introduced().orElseThrow();
    }

    static String deprecated(String what, Lifetime lifetime) {
        return what + " is deprecated since macOS " + lifetime.deprecated().orElseThrow();
    }

    static String removed(String what, Lifetime lifetime) {
        return what + " is gone since macOS " + lifetime.removed().orElseThrow();
    }
}
