// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When an object of a binary list is broken; the walk that meets it knows where it stands. */
final class BrokenBinaryObject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    BrokenBinaryObject(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    String what() {
        return what;
    }
}
