// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** What a server knows of a Mac. */
public enum Standing {
    /** It manages it. */
    ENROLLED,
    /** It knows it, and it is not enrolled: commands would queue and never run. */
    NOT_ENROLLED,
    /** It does not know it. */
    UNKNOWN,
    /** This product cannot be asked. */
    NOT_TOLD
}
