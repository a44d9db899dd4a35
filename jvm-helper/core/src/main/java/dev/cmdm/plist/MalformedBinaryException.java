// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When a binary property list is broken: cut off, counts beyond the file, cycles, kinds of objects that profiles cannot hold. */
public final class MalformedBinaryException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public MalformedBinaryException(String what, Place place) {
        super(what, place);
    }
}
