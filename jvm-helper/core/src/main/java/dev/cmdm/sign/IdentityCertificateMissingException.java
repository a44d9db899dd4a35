// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When there is no certificate, so that nobody could check the signature. */
public final class IdentityCertificateMissingException extends IdentityException {
    private static final long serialVersionUID = 1L;

    IdentityCertificateMissingException(Path file, String what) {
        super(file.toString(), what);
    }
}
