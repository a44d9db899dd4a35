// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Needs;
import dev.cmdm.catalog.PayloadTypes;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what a profile needs before a Mac takes it, by Apple's schema. */
final class DeliveryNeeds {
    /** Keys that Apple takes from an MDM only though their type may come by hand. (Apple, allowmanualinstall.) */
    private static final Map<String, Set<String>> MDM_ONLY_KEYS = Map.of(
            "com.apple.applicationaccess", Set.of("forceBypassScreenCaptureAlert"),
            "com.apple.domains", Set.of("CrossSiteTrackingPreventionRelaxedDomains"),
            "com.apple.loginwindow", Set.of("AutologinUsername", "AutologinPassword"),
            "com.apple.MCX.FileVault2", Set.of("ForceEnableInSetupAssistant"));

    /** Types that may come by hand and, from an MDM, need a user's approval. (Apple, userapprovedmdm.) */
    private static final Set<String> USER_APPROVED = Set.of("com.apple.associated-domains", "com.apple.MCX.FileVault2");

    private DeliveryNeeds() {}

    static Needs of(Profile profile) {
        boolean mdm = false;
        boolean userApproval = false;
        List<String> keys = new ArrayList<>();
        for (int index = 0; index < profile.payloads().size(); index++) {
            Payload payload = profile.payloads().get(index);
            String type = payload.findType().orElse("");
            mdm |= PayloadTypes.mdmOnly(type);
            userApproval |= PayloadTypes.mdmOnly(type) || USER_APPROVED.contains(type);
            keys.addAll(keys(index, payload, MDM_ONLY_KEYS.getOrDefault(type, Set.of())));
        }
        return new Needs(mdm || !keys.isEmpty(), userApproval, keys);
    }

    private static List<String> keys(int index, Payload payload, Set<String> mdmOnly) {
        KeyPath path = KeyPath.TOP.key("PayloadContent").item(index);
        return payload.content().entries().keySet().stream()
                .filter(mdmOnly::contains)
                .map(key -> path.key(key).toString())
                .toList();
    }
}
