// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.plist.Place;

/** When something in a profile that is to be filled begins like a placeholder and is none, or stands where none may. */
public final class BadPlaceholderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    BadPlaceholderException(Place place, String what) {
        super(what);
        this.place = place;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }
}
