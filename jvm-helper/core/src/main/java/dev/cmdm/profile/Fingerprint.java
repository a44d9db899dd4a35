// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/** SHA-256 over the canonical content of a profile. */
public record Fingerprint(String hex) {
    /** The UUID made from it, in capitals. */
    public String derivedUuid() {
        return hex;
    }
}
