// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.plist.Place;
import dev.cmdm.profile.ProfileIdentifier;

/** When a profile is declared under another identifier than its content has. */
public final class IdentifierMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * Two identifiers for one profile.
     *
     * @param declared what the caller says
     * @param content what the content says
     * @param place where the content says it
     */
    public IdentifierMismatchException(ProfileIdentifier declared, ProfileIdentifier content, Place place) {
        super("declared as " + declared + " but its PayloadIdentifier is " + content + "; make them agree");
        this.place = place;
    }

    /** Where the content says it. */
    public Place place() {
        return place;
    }
}
