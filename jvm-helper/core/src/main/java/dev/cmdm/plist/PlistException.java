// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When bytes are no property list that cmdm accepts; each subclass is one rule. Messages never hold a value. */
public abstract class PlistException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * One broken rule.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    protected PlistException(String what, Place place) {
        super(what);
        this.place = place;
    }

    /** Where the rule is broken. */
    public Place place() {
        return place;
    }
}
