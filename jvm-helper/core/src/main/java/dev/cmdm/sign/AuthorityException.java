// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.nio.file.Path;

/** When a file or folder does not hold the certificates of authorities. */
public final class AuthorityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;

    AuthorityException(Path where, String what) {
        super(what);
        this.where = where.toString();
    }

    /** The file or folder. */
    public String where() {
        return where;
    }
}
