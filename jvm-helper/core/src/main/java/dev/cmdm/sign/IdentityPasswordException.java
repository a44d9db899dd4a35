// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When a key is encrypted and its password is wrong or was not given. */
public final class IdentityPasswordException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityPasswordException(Path file, String what) {
        super(file.toString(), what);
    }
}
