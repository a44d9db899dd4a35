// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When no certificate belongs to the private key. */
public final class IdentityMismatchException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityMismatchException(Path file, String what) {
        super(file.toString(), what);
    }
}
