// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/** When the PayloadIdentifier of a profile is no identifier: blank, like an option, unprintable, or no text. */
public final class BadIdentifierException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * A broken rule of identifiers.
     *
     * @param fault what is wrong, as the end of a sentence that begins with the identifier
     */
    BadIdentifierException(String fault) {
        super(
                "the PayloadIdentifier of the profile " + fault + "; use one like com.example.dock",
                Keys.path(Keys.IDENTIFIER));
    }
}
