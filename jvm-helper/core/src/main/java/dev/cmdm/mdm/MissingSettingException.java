// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When a setting is missing, or says nothing, without which a product cannot be used. Bad configuration. */
public final class MissingSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A setting that is missing.
     *
     * @param setting its word: {@code mdm.group}
     * @param what what it should say
     * @param who what needs it
     */
    public MissingSettingException(String setting, String what, String who) {
        super(who + " needs " + setting + " (" + what + "), which is not set or says nothing; set it");
    }
}
