// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/** When two complete lists of one run claim the same identifiers, so that each would remove what the other wants. */
public final class OverlappingSetsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Two lists and what each claims. */
    public OverlappingSetsException(String owner, Prefix prefix, String otherOwner, Prefix otherPrefix) {
        super("two complete lists overlap: " + prefix.value() + " of " + owner + " and " + otherPrefix.value() + " of "
                + otherOwner + "; give them separate prefixes");
    }
}
