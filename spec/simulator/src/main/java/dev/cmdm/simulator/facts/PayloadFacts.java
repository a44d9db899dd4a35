// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of single payload types: which need an approved MDM, and what a listing never shows of them. */
public final class PayloadFacts {
    /** The payload that enrolls a Mac (Apple, com.apple.mdm.yaml). */
    public static final String MDM = "com.apple.mdm";

    /** The payload that holds a removal password (Apple, com.apple.profileRemovalPassword.yaml). */
    public static final String REMOVAL_PASSWORD = "com.apple.profileRemovalPassword";

    private static final String ANY = "*";
    private static final List<Row> HIDDEN = Table.rows("hidden-keys.tsv");
    private static final Set<String> APPROVED_MDM_ONLY = Table.rows("approved-mdm-only.tsv").stream()
            .map(row -> row.get("type"))
            .collect(Collectors.toUnmodifiableSet());

    private PayloadFacts() {}

    /** True when macOS takes this payload type from a user-approved MDM only. */
    public static boolean needsApprovedMdm(String payloadType) {
        return APPROVED_MDM_ONLY.contains(payloadType);
    }

    /** True when the listing leaves out this key of this payload type, because it is a secret or bulk data. */
    public static boolean isHidden(String payloadType, String key) {
        return HIDDEN.stream().anyMatch(row -> matches(row.get("type"), payloadType) && matches(row.get("key"), key));
    }

    private static boolean matches(String pattern, String word) {
        return pattern.equals(ANY) || pattern.equals(word);
    }
}
