// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When bytes are something else altogether: nothing, an archive, a web page, JSON, text with merge markers. */
public final class NotAPropertyListException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public NotAPropertyListException(String what, Place place) {
        super(what, place);
    }
}
