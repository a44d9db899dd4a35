// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import java.util.Locale;
import java.util.Optional;

/** What can be set. */
public enum Setting {
    /** The MDM's product: micromdm or nanomdm. */
    MDM_PRODUCT("mdm.product"),
    /** Where the MDM is, an https URL. */
    MDM_URL("mdm.url"),
    /** Where the MDM's credential comes from: {@code file:/path}, {@code env:NAME}. */
    MDM_CREDENTIAL("mdm.credential"),
    /** Whether this Mac may hold a credential that commands every Mac of the server. */
    CREDENTIAL_ON_DEVICE("credential_on_device"),
    /** How long a run waits for the Mac, in seconds. */
    WAIT_SECONDS("wait_seconds"),
    /** How many profiles may go in one run for not being declared. */
    REMOVAL_LIMIT("removal_limit"),
    /** {@code enforce} or {@code audit}. */
    MODE("mode");

    private final String word;

    Setting(String word) {
        this.word = word;
    }

    /** Its name in files and messages, such as {@code mdm.url}. */
    public String word() {
        return word;
    }

    /** The environment variable that sets it, such as {@code CMDM_MDM_URL}. */
    public String variable() {
        return "CMDM_" + word.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting of a name, or nothing. */
    public static Optional<Setting> find(String word) {
        for (Setting setting : values()) {
            if (setting.word.equals(word)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
