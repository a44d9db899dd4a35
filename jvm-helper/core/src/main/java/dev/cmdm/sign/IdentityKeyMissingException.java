// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When there is no private key, so that nothing can be signed. */
public final class IdentityKeyMissingException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityKeyMissingException(Path file, String what) {
        super(file.toString(), what);
    }
}
