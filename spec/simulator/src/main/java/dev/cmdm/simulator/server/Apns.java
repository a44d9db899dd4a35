// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

/** Apple's push service, as an MDM server meets it. */
@FunctionalInterface
public interface Apns {
    /**
     * Asks for the Mac with this token to be woken.
     *
     * @param token device token of the TokenUpdate message, in lower-case hexadecimal
     * @param pushMagic PushMagic of the same message
     * @throws UnreachableException if there is no way to the push service
     */
    void push(String token, String pushMagic) throws UnreachableException;

    /** There is no way to the push service; the message is the network's, such as {@code connection refused}. */
    final class UnreachableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** For a network that says this. */
        public UnreachableException(String network) {
            super(network);
        }
    }
}
