// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

/**
 * Why.
 *
 * @param code the stable word
 * @param text the same for people, one phrase without a full stop; ends with what to do where it
 *     tells of trouble
 */
public record Reason(ReasonCode code, String text) {
    /** Whoever would change what a declaration brought. */
    static final Reason DECLARATIVE = new Reason(
            ReasonCode.DECLARATIVE,
            "a declaration of the MDM brought it, and only that changes it; take it out of the list or out of the"
                    + " declarations");

    /** The same reason with more words. */
    Reason with(String more) {
        return new Reason(code, text + more);
    }
}
