// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

/** ProfileVerificationState of a listing. */
public enum Verification {
    /** When the profile came in a CMS envelope whose signature matches. */
    VERIFIED("verified"),
    /** When the profile came as a bare property list. */
    UNSIGNED("unsigned");

    private final String word;

    Verification(String word) {
        this.word = word;
    }

    /** The word as the listing prints it. */
    public String word() {
        return word;
    }
}
