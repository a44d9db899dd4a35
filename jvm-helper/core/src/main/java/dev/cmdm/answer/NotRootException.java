// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When something is to be changed and the caller is not root, so that listing and records may be incomplete. */
public final class NotRootException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A caller who may not change this Mac. */
    public NotRootException() {
        super("only root sees every profile and may change them; run with sudo");
    }
}
