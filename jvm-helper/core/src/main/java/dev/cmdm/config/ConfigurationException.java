// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

/** When settings cannot be used. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Settings that cannot be used.
     *
     * @param words one line: which setting, where it was set, what it must be; never its value
     */
    public ConfigurationException(String words) {
        super(words);
    }
}
