// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** On what two profiles may contradict each other, and what is known of who wins. */
enum Contest {
    /** When two set one key of a preference domain, or of a payload type of which Apple allows one. */
    SETTING(
            "sets this key to another value",
            "macOS unites the keys of several profiles, and which value of one key wins is not defined; set it in one of them",
            "Apple, Platform Deployment"),
    /** When one allows an app what the other denies. */
    PRIVACY(
            "decides otherwise for the same app and service",
            "the entry that denies wins; keep one of them",
            "Apple, com.apple.TCC.configuration-profile-policy.yaml"),
    /** When two describe notifications of one app. */
    NOTIFICATIONS(
            "has other settings for the same app",
            "which of them wins is not defined; keep one of them",
            "Apple, com.apple.notificationsettings.yaml"),
    /** When two describe one Wi-Fi network. */
    NETWORK(
            "describes the same network otherwise",
            "Apple leaves two definitions of one SSID undefined; keep one of them",
            "Apple, Platform Deployment"),
    /** When one lets a system extension be removed and the other does not. */
    EXTENSION(
            "says the opposite of whether the same system extension may be removed",
            "which of them wins is not defined; keep one of them",
            "Apple, com.apple.system-extension-policy.yaml"),
    /** When two describe one AirPlay device. */
    AIRPLAY(
            "describes the same device otherwise",
            "Apple leaves one device given twice undefined; keep one of them",
            "Apple, com.apple.airplay.yaml"),
    /** When two send lookups of one domain to other servers. */
    RESOLVER(
            "sends lookups of the same domain to another server",
            "which of them wins is not defined; keep the domain in one of them",
            "Apple, com.apple.dnsSettings.managed.yaml");

    private final String words;
    private final String outcome;
    private final String source;

    Contest(String words, String outcome, String source) {
        this.words = words;
        this.outcome = outcome;
        this.source = source;
    }

    /** What the other profile does, as a verb and its object. */
    String words() {
        return words;
    }

    /** What macOS is known to do, and what to do about it. */
    String outcome() {
        return outcome;
    }

    String source() {
        return source;
    }
}
