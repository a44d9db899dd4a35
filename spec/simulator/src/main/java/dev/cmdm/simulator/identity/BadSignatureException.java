// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.identity;

/** An Mdm-Signature does not belong to the body it came with, or to nobody the authority knows. */
public final class BadSignatureException extends Exception {
    private static final long serialVersionUID = 1L;

    BadSignatureException(String message) {
        super(message);
    }

    BadSignatureException(String message, Throwable cause) {
        super(message, cause);
    }
}
