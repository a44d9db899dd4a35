// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** A password or token. It never prints itself, and compares only with itself, so that no log and no error can show it. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a value. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself, for the one place that must send or fill it. */
    public String expose() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
