// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import java.util.Locale;
import java.util.Optional;

/** What can be set. */
public enum Setting {
    /** The MDM's product: micromdm, nanomdm or nanohub. */
    MDM_PRODUCT("mdm.product", Kind.WORD, ""),
    /** Where the MDM is, an https URL. */
    MDM_URL("mdm.url", Kind.URL, ""),
    /** Where the MDM's credential comes from: {@code file:/path}, {@code env:NAME}. */
    MDM_CREDENTIAL("mdm.credential", Kind.SOURCE, ""),
    /** Whether this Mac may hold a credential that commands every Mac of the server. */
    CREDENTIAL_ON_DEVICE("credential_on_device", Kind.FLAG, "false"),
    /** Who signs what is sent: a file of PKCS#12 or PEM, or {@code keychain:NAME}. */
    SIGN_IDENTITY("sign.identity", Kind.IDENTITY, ""),
    /** The private key in PEM, if it has a file of its own. */
    SIGN_KEY("sign.key", Kind.FILE, ""),
    /** Certificates between the signer's and one that Macs know. */
    SIGN_CHAIN("sign.chain", Kind.FILE, ""),
    /** Where the password of the key comes from. */
    SIGN_PASSWORD("sign.password", Kind.SOURCE, ""),
    /** Whether a signed profile is sent without its signature to an MDM that takes none, or too small a one. */
    UNWRAP("unwrap", Kind.FLAG, "false"),
    /** Whether a profile may be sent as a binary property list when XML is too big. */
    BINARY("binary", Kind.FLAG, "false"),
    /** How long a run waits for the Mac, in seconds. */
    WAIT_SECONDS("wait_seconds", Kind.COUNT, "60"),
    /** How many profiles may go in one run for not being declared. */
    REMOVAL_LIMIT("removal_limit", Kind.COUNT, "3"),
    /** {@code enforce} or {@code audit}. */
    MODE("mode", Kind.MODE, "enforce");

    private final String word;
    private final Kind kind;
    private final String byDefault;

    Setting(String word, Kind kind, String byDefault) {
        this.word = word;
        this.kind = kind;
        this.byDefault = byDefault;
    }

    /** What its text must be. */
    Kind kind() {
        return kind;
    }

    /** Its text where nothing sets it, empty when there is none. */
    public String byDefault() {
        return byDefault;
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
