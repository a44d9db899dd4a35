// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import java.util.Locale;
import java.util.Optional;

/** What can be set. */
public enum Setting {
    /** The MDM's product, such as micromdm. */
    MDM_PRODUCT("mdm.product", Kind.WORD, ""),
    /** Where the MDM is, an https URL. */
    MDM_URL("mdm.url", Kind.URL, ""),
    /** Where the MDM's credential comes from: {@code file:/path}, {@code env:NAME}, {@code keychain:} or {@code command:}. */
    MDM_CREDENTIAL("mdm.credential", Kind.SOURCE, ""),
    /** The account whose password or secret the credential is, where the product has several. */
    MDM_USER("mdm.user", Kind.WORD, ""),
    /** The client id of OAuth, whose secret the credential then is. */
    MDM_CLIENT_ID("mdm.client_id", Kind.WORD, ""),
    /** Where OAuth tokens are had, if not at the MDM itself. */
    MDM_TOKEN_URL("mdm.token_url", Kind.URL, ""),
    /** Where the tenant code of Workspace ONE comes from. */
    MDM_TENANT_CODE("mdm.tenant_code", Kind.SOURCE, ""),
    /** How many characters of CommandXml Workspace ONE takes. */
    MDM_COMMAND_LIMIT("mdm.command_limit", Kind.COUNT, "2000"),
    /** Whether the MDM keeps profiles in objects of its own: Workspace ONE what no command carries, Fleet all. */
    MDM_OBJECTS("mdm.objects", Kind.FLAG, "false"),
    /** The organization group of Workspace ONE that manages its objects. */
    MDM_GROUP("mdm.group", Kind.WORD, ""),
    /** The smart group of Workspace ONE to which objects are assigned. */
    MDM_SMART_GROUP("mdm.smart_group", Kind.WORD, ""),
    /** How many calls of a quota are left alone, for others. */
    MDM_QUOTA_RESERVE("mdm.quota_reserve", Kind.COUNT, "100"),
    /** How long MDMDirector may hold that it asked for what is not on the Mac, in seconds, before it is made to forget. */
    MDM_NUDGE_AFTER("mdm.nudge_after", Kind.COUNT, "900"),
    /** Certificates of authorities in PEM by which the MDM may be vouched for, beside those that Java trusts. */
    MDM_CA("mdm.ca", Kind.FILE, ""),
    /** The key and certificate that the MDM wants to be shown: a file of PKCS#12 or PEM. */
    MDM_CLIENT_IDENTITY("mdm.client_identity", Kind.FILE, ""),
    /** Where the password of that key comes from. */
    MDM_CLIENT_IDENTITY_PASSWORD("mdm.client_identity_password", Kind.SOURCE, ""),
    /** What stands between this machine and the MDM: {@code http://host:port}; else {@code HTTPS_PROXY} counts. */
    MDM_PROXY("mdm.proxy", Kind.URL, ""),
    /** Where {@code user:password} for the proxy come from. */
    MDM_PROXY_CREDENTIAL("mdm.proxy_credential", Kind.SOURCE, ""),
    /** Servers that are reached without the proxy, a comma between two; else {@code NO_PROXY} counts. */
    MDM_NO_PROXY("mdm.no_proxy", Kind.WORD, ""),
    /** Commands that may be sent beside those that only ask, by their RequestType. */
    COMMANDS_ALLOW("commands.allow", Kind.NAMES, ""),
    /** Whether each request to an MDM and its answer are told on standard error, without secrets and payloads. */
    DEBUG("debug", Kind.FLAG, "false"),
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
