// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When a file of an identity is missing, may not be read, or is neither PKCS#12 nor PEM. */
public final class IdentityUnreadableException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityUnreadableException(Path file, String what) {
        super(file.toString(), what);
    }
}
