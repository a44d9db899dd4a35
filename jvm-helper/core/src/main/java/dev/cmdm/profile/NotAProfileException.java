// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;

/** When a property list holds something else than a dictionary at its top. */
public final class NotAProfileException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /** The top is no dictionary. */
    NotAProfileException() {
        super("the property list is no profile: its top is not a dictionary", KeyPath.TOP);
    }
}
