// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/** By which way a profile may come. */
public enum Channel {
    /** By the MDM if that is open, else locally. */
    AUTO,
    /** By the MDM only. */
    MDM,
    /** By the {@code profiles} tool only. */
    LOCAL
}
