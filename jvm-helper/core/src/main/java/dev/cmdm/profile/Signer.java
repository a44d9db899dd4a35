// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import java.time.Instant;

/**
 * Who signed a profile; the signature was checked and matches.
 *
 * @param subject the name in the signer's certificate, in the form of RFC 2253
 * @param issuer the name of who issued that certificate, in the same form
 * @param notAfter the moment after which the certificate is no longer valid
 * @param expired whether that moment had passed at the time of reading
 */
public record Signer(String subject, String issuer, Instant notAfter, boolean expired) {
    /** What tells this certificate from another, a renewed one of the same name too. */
    public String word() {
        return subject + " until " + notAfter;
    }
}
