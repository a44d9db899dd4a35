// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

/**
 * One setting that differs between what is shown on the Mac and what is declared. Never holds a value.
 *
 * @param payloadType Apple's PayloadType
 * @param keyPath the setting's key
 * @param kind how it differs
 */
public record Change(String payloadType, String keyPath, Kind kind) {
    /** How a setting differs. */
    public enum Kind {
        /** It is declared and not on the Mac. */
        ADDED,
        /** It has another value. */
        CHANGED,
        /** It is on the Mac and not declared. */
        REMOVED
    }
}
