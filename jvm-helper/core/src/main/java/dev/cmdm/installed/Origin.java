// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

/** Who put a profile on the Mac. (Apple, {@code profiles -P -v}: installedByMDM.) */
public enum Origin {
    /** The MDM sent it. */
    MDM,
    /** A person or a tool on the Mac installed it. */
    LOCAL,
    /** The verbose listing was not read, or does not tell. */
    UNKNOWN
}
