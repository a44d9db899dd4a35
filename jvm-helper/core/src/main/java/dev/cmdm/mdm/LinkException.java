// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When servers cannot be reached the way that is configured: a certificate, a key or a proxy that cannot be used. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A way that cannot be used.
     *
     * @param words one line: which file or setting, what is wrong, what to do; no secret
     */
    public LinkException(String words) {
        super(words);
    }
}
