// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When well-formed XML is no property list: an unknown element, a key without a value, text between elements. */
public final class MalformedPlistException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public MalformedPlistException(String what, Place place) {
        super(what, place);
    }
}
