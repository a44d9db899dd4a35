// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/** Whether a profile belongs to the computer or to a user. (Apple, TopLevel.yaml, PayloadScope.) */
public enum Scope {
    /** The computer: listed under {@code _computerlevel}, sent on the device channel. */
    SYSTEM("System"),
    /** One user: listed under the user's short name, sent on the user channel. */
    USER("User");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** Apple's word for it, as PayloadScope holds it. */
    public String word() {
        return word;
    }
}
