// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When there is more than one private key, so that it is unclear whose signature is asked for. */
public final class IdentityAmbiguousException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityAmbiguousException(Path file, String what) {
        super(file.toString(), what);
    }
}
