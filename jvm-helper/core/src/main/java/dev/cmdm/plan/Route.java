// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

/** The way a change takes. */
public enum Route {
    /** Through the MDM. */
    MDM,
    /** Through the {@code profiles} tool on the Mac. */
    LOCAL,
    /** None: nothing is changed. */
    NONE
}
