// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.List;

/** What is known of single payload types: which need an approved MDM, and what a listing never shows of them. */
public final class PayloadFacts {
    /** The payload that enrolls a Mac (Apple, com.apple.mdm.yaml). */
    public static final String MDM = "com.apple.mdm";

    /** The payload that holds a removal password (Apple, com.apple.profileRemovalPassword.yaml). */
    public static final String REMOVAL_PASSWORD = "com.apple.profileRemovalPassword";

    private static final String ANY = "*";
    private static final List<Row> HIDDEN = Table.rows("hidden-keys.tsv");
    private static final List<Row> APPROVED_MDM_ONLY = Table.rows("approved-mdm-only.tsv");
    private static final List<Row> MDM_ONLY_KEYS = Table.rows("mdm-only-keys.tsv");

    private PayloadFacts() {}

    /** True when this release takes this payload type from a user-approved MDM only; an older one does not know it. */
    public static boolean needsApprovedMdm(String payloadType, MacosVersion macos) {
        return APPROVED_MDM_ONLY.stream().anyMatch(row -> row.get("type").equals(payloadType) && isKnown(row, macos));
    }

    /** True when this release takes this key of this payload type from an MDM only; an older one does not know it. */
    public static boolean isMdmOnlyKey(String payloadType, String key, MacosVersion macos) {
        return MDM_ONLY_KEYS.stream()
                .anyMatch(row ->
                        row.get("type").equals(payloadType) && row.get("key").equals(key) && isKnown(row, macos));
    }

    private static boolean isKnown(Row row, MacosVersion macos) {
        return macos.atLeast(MacosVersion.of(row.get("introduced")));
    }

    /** True when the listing leaves out this key of this payload type, because it is a secret or bulk data. */
    public static boolean isHidden(String payloadType, String key) {
        return HIDDEN.stream().anyMatch(row -> matches(row.get("type"), payloadType) && matches(row.get("key"), key));
    }

    private static boolean matches(String pattern, String word) {
        return pattern.equals(ANY) || pattern.equals(word);
    }
}
