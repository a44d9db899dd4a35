// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** One rule about a value under a key that Apple describes, or a few of a kind. */
interface KeyRule {
    /** Notes what breaks it. */
    void check(Spot spot, Notes notes);
}
