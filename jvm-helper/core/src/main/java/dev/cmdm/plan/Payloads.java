// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Delivery;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadTypes;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import java.util.List;
import java.util.stream.Stream;

/** What the payloads of a profile mean for a decision. */
final class Payloads {
    private Payloads() {}

    static String type(Payload payload) {
        return payload.findType().orElse("");
    }

    /** The types, and the keys as {@code TYPE/KEY}, that macOS takes from an MDM only; empty when anybody may. */
    static List<String> onlyByMdm(Profile profile) {
        return profile.payloads().stream()
                .flatMap(Payloads::onlyByMdm)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> onlyByMdm(Payload payload) {
        String type = type(payload);
        Stream<String> keys = payload.content().entries().keySet().stream()
                .filter(key -> isMdmOnly(type, key))
                .map(key -> type + "/" + key);
        return PayloadTypes.mdmOnly(type) ? Stream.of(type) : keys;
    }

    private static boolean isMdmOnly(String type, String key) {
        return Catalogue.apple()
                .find(type)
                .flatMap(known -> known.findKey(key))
                .filter(known -> known.has(PayloadKey.Trait.MDM_ONLY))
                .isPresent();
    }

    /** The types in a profile that macOS takes from no MDM but one that the user approved. */
    static List<String> needingApproval(Profile profile) {
        return profile.payloads().stream()
                .map(Payloads::type)
                .filter(Payloads::needsApproval)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean needsApproval(String type) {
        return Catalogue.apple()
                .find(type)
                .filter(known -> known.delivery() == Delivery.MDM_ONLY || known.delivery() == Delivery.APPROVED_MDM)
                .isPresent();
    }

    /** The types in a profile without which this Mac may be cut off; sorted. */
    static List<String> lifelines(InstalledProfile installed) {
        return installed.payloads().stream()
                .map(InstalledPayload::type)
                .filter(PayloadTypes::lifeline)
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
