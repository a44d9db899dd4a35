// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.catalog.PayloadTypes;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import java.util.List;

/** What the payloads of a profile mean for a decision. */
final class Payloads {
    private Payloads() {}

    static String type(Payload payload) {
        return payload.findType().orElse("");
    }

    /** What in a profile macOS takes from an MDM only, as Apple names it; empty when anybody may install it. */
    static List<String> onlyByMdm(Profile profile) {
        return needingApproval(profile);
    }

    /** The payload types in a profile that macOS takes only from an MDM that the user approved. */
    static List<String> needingApproval(Profile profile) {
        return profile.payloads().stream()
                .map(Payloads::type)
                .filter(PayloadTypes::mdmOnly)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a Mac may depend on this profile, or could not get it back without its MDM. */
    static boolean vital(InstalledProfile installed) {
        return installed.payloads().stream()
                .anyMatch(payload -> PayloadTypes.lifeline(payload.type()) || PayloadTypes.mdmOnly(payload.type()));
    }
}
