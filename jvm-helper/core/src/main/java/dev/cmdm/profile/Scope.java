// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/** Whom a profile belongs to. (Apple, TopLevel.yaml: PayloadScope.) */
public enum Scope {
    /** The computer. */
    SYSTEM,
    /** A user. */
    USER
}
