// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/**
 * Which PayloadUUID each payload is stamped with. macOS updates a payload in place only if its identifier
 * and UUID stay. (Apple, CommonPayloadKeys.yaml.)
 */
public enum PayloadUuids {
    /** When they are stable as they are: those of a file. */
    KEEP,
    /** When they may be drawn anew each time: those of a Hash. They are made from the identifiers. */
    DERIVE
}
