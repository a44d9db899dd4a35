// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Place;

/**
 * When a property list, or an envelope around one, is no profile that cmdm accepts; each subclass is
 * one rule. Messages are one line in our words and never hold a value of the profile.
 */
public abstract class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * One broken rule.
     *
     * @param what what is wrong and what to do, without any value of the profile
     * @param place where
     */
    protected ProfileException(String what, Place place) {
        super(what);
        this.place = place;
    }

    /** Where the rule is broken. */
    public Place place() {
        return place;
    }
}
