// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.catalog.PayloadTypes;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.Payload;

/** What the payloads of a profile mean for a decision. */
final class Payloads {
    private Payloads() {}

    static String type(Payload payload) {
        return payload.findType().orElse("");
    }

    static boolean mdmOnly(Payload payload) {
        return PayloadTypes.mdmOnly(type(payload));
    }

    /** Whether a Mac may depend on this profile, or could not get it back without its MDM. */
    static boolean vital(InstalledProfile installed) {
        return installed.payloads().stream()
                .anyMatch(payload -> PayloadTypes.lifeline(payload.type()) || PayloadTypes.mdmOnly(payload.type()));
    }
}
