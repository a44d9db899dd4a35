// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When text is not well-formed XML, is in another encoding than it says, or goes on after the property list. */
public final class MalformedXmlException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public MalformedXmlException(String what, Place place) {
        super(what, place);
    }
}
