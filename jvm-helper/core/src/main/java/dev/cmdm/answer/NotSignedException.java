// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When the signature of a profile is to be verified and it has none. */
public final class NotSignedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A profile that anybody may have changed. */
    public NotSignedException() {
        super("the profile is not signed; sign it with cmdm sign");
    }
}
