// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When a key is of a kind, or encrypted in a way, that is not signed with here. */
public final class IdentityUnsupportedException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityUnsupportedException(Path file, String what) {
        super(file.toString(), what);
    }
}
