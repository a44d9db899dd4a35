// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When a value is none of its kind: an integer beyond 64 bits, a date that does not exist, base64 that is none, NaN. */
public final class BadValueException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public BadValueException(String what, Place place) {
        super(what, place);
    }
}
