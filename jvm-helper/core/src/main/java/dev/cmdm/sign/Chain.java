// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

/** How far the certificates of an envelope lead from a signer towards an authority that is known. */
public enum Chain {
    /** To one that is known here. */
    KNOWN,
    /** To one that nobody knows here, or by a step that does not hold. */
    UNKNOWN,
    /** Nowhere: the certificate of an issuer is missing. */
    INCOMPLETE
}
