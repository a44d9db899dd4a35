// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When a server cannot be asked: not reached, no answer, or its credential refused. */
public final class MdmUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final boolean authentication;

    /**
     * A server that cannot be asked.
     *
     * @param words one line: where, what, and what to do
     * @param authentication whether it answered and refused the credential
     */
    public MdmUnavailableException(String words, boolean authentication) {
        super(words);
        this.words = words;
        this.authentication = authentication;
    }

    /** What its message is: one line. */
    public String words() {
        return words;
    }

    /** Whether the credential was refused. */
    public boolean authentication() {
        return authentication;
    }

    /** What that means for a command for which the server had to be asked first; nothing was queued. */
    public Delivery asDelivery() {
        return authentication ? new Delivery.AuthenticationRefused() : new Delivery.Unreachable(words);
    }
}
