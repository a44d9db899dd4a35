// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

/** Thrown when a Mac cannot be brought into the state that the world file describes. */
public final class WorldException extends Exception {
    private static final long serialVersionUID = 1L;

    WorldException(String mac, String doing, Exception cause) {
        super(mac + ": " + doing + " failed: " + cause.getMessage(), cause);
    }
}
