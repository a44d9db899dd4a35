// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.Place;
import dev.cmdm.plist.Places;

/**
 * When a property list, or an envelope around one, is no profile that cmdm accepts; each subclass is
 * one rule. Messages are one line in our words and never hold a value of the profile.
 */
public abstract class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient KeyPath path;
    private transient Place place;

    /**
     * One broken rule.
     *
     * @param what what is wrong and what to do, without any value of the profile
     * @param path where
     */
    protected ProfileException(String what, KeyPath path) {
        super(what);
        this.path = path;
        this.place = path.place();
    }

    /** Adds line and column, which the rules do not know. */
    void locate(Places places) {
        place = places.get(path);
    }

    /** Where the rule is broken. */
    public Place place() {
        return place;
    }
}
