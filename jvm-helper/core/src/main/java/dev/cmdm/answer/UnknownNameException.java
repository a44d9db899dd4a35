// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import java.util.Optional;

/** When Apple's schema lacks the payload type or key that somebody asks about. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> near;

    /**
     * Apple's schema lacks it.
     *
     * @param what what it lacks
     * @param near what was perhaps meant
     */
    public UnknownNameException(String what, Optional<String> near) {
        super("Apple's schema for macOS lacks " + what);
        this.near = near;
    }

    /** What was perhaps meant, or nothing. */
    public Optional<String> findNear() {
        return near;
    }
}
