// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A push service that reaches every Mac that listens; a push to a token that nobody holds is lost, as Apple's are. */
public final class PushCenter implements Apns {
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();

    /**
     * Calls the listener at each push to this token, on the thread of the server: it must return at once.
     *
     * @param token device token in lower-case hexadecimal
     */
    public void listen(String token, Runnable listener) {
        listeners.put(token, listener);
    }

    /** Forgets the token. */
    public void forget(String token) {
        listeners.remove(token);
    }

    @Override
    public void push(String token, String pushMagic) {
        listeners.getOrDefault(token, () -> {}).run();
    }
}
