// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When a command may not be sent by hand. */
public final class CommandNotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A command that may not be sent.
     *
     * @param type its RequestType, of letters and digits
     * @param why what is to be done instead
     */
    CommandNotAllowedException(String type, String why) {
        super(type + " " + why);
    }
}
