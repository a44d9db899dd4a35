// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

/** Thrown when a Mac could not take these bytes for a profile. */
public final class UnusableProfileException extends Exception {
    /** What is wrong with the bytes; {@link #errorId()} names the error the Mac reports. */
    public enum Flaw {
        /** When the bytes, or what is inside their envelope, are no property list with a dictionary at the top. */
        NOT_A_PLIST("not-a-plist"),
        /** When a key without which no profile is one is missing or of the wrong type. */
        MISSING_INFORMATION("missing-information"),
        /** When two payloads have one PayloadIdentifier. */
        DUPLICATE_IDENTIFIER("duplicate-identifier"),
        /** When the envelope's signature does not match its content. */
        BAD_SIGNATURE("bad-signature"),
        /** When the content is encrypted: a simulated Mac has no key for it. */
        ENCRYPTED("encrypted");

        private final String errorId;

        Flaw(String errorId) {
            this.errorId = errorId;
        }

        /** The id of the error in the table of errors. */
        public String errorId() {
            return errorId;
        }
    }

    private final Flaw flaw;
    private final String identifier;

    /**
     * Says what is wrong.
     *
     * @param identifier the identifier concerned, empty when there is none
     */
    public UnusableProfileException(Flaw flaw, String identifier) {
        super(flaw.errorId() + (identifier.isEmpty() ? "" : ": " + identifier));
        this.flaw = flaw;
        this.identifier = identifier;
    }

    /** What is wrong. */
    public Flaw flaw() {
        return flaw;
    }

    /** The identifier concerned, empty when there is none. */
    public String identifier() {
        return identifier;
    }
}
