// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** One rule about a profile, or a few of a kind. */
interface Rule {
    /** Notes what breaks it. */
    void check(Subject subject, Notes notes);
}
