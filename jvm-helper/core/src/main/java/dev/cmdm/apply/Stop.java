// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

/** Whether the caller wants an end: then nothing new is sent and nothing more is waited for. */
@FunctionalInterface
public interface Stop {
    /** The caller never does. */
    Stop NEVER = () -> false;

    /** Whether it does by now. */
    boolean requested();
}
