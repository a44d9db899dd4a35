// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

/** The helper is gone from one moment to the next; nothing of it runs any further. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
