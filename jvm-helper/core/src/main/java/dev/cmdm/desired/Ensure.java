// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/** Whether a profile shall be on the Mac. */
public enum Ensure {
    /** It shall be there with this content. */
    PRESENT,
    /** It shall not be there, whatever its content. */
    ABSENT
}
