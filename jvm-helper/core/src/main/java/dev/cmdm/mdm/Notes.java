// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** By which an adapter that needs several calls for one command tells of each that changed something, before the next. */
@FunctionalInterface
public interface Notes {
    /** For whoever keeps none. */
    Notes NONE = words -> {};

    /**
     * Tells of a call.
     *
     * @param words one line for people, without any value of a profile and without a secret
     */
    void note(String words);
}
