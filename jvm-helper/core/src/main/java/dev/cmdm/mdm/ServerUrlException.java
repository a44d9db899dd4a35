// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When the URL of a server may not be used. Bad configuration. */
public final class ServerUrlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A URL that may not be used.
     *
     * @param words one line: what is wrong and what to write, never a part that may hold a password
     */
    public ServerUrlException(String words) {
        super(words);
    }
}
