// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;

/** When a key that gives a profile its structure holds what macOS would refuse. */
public final class BadStructureException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * A broken rule of structure.
     *
     * @param what what is wrong and what to do, without any value of the profile
     * @param path where
     */
    BadStructureException(String what, KeyPath path) {
        super(what, path);
    }
}
