// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/** When a profile is declared absent and neither an identifier nor content says which. */
public final class UnnamedProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A profile without a name.
     *
     * @param label where it is declared
     */
    public UnnamedProfileException(String label) {
        super("an absent profile needs its identifier: " + label);
    }
}
