// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When a value cannot be written as XML, such as text with a control character or a date beyond year 9999. */
public final class UnwritableException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public UnwritableException(String what, Place place) {
        super(what, place);
    }
}
