// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.Map;
import java.util.Set;

/** Entries of Privacy Preferences Policy Control. (Apple, com.apple.TCC.configuration-profile-policy.yaml.) */
final class PrivacyRule implements Rule {
    private static final String TYPE = "com.apple.TCC.configuration-profile-policy";

    /** Services that a profile may deny and not allow. */
    private static final Set<String> DENY_ONLY = Set.of("Camera", "Microphone");

    /** Services that a profile may deny, or leave to users without admin rights. */
    private static final Set<String> DENY_OR_LEAVE = Set.of("ListenEvent", "ScreenCapture");

    private static final PlistValue YES = new PlistValue.Bool(true);

    @Override
    public void check(Subject subject, Notes notes) {
        for (TypedPayload payload : subject.payloads()) {
            if (payload.name().equals(TYPE)) {
                payload.content()
                        .findDict("Services")
                        .ifPresent(services -> services(services, payload.path().key("Services"), notes));
            }
        }
    }

    private static void services(PlistValue.Dict services, KeyPath path, Notes notes) {
        for (Map.Entry<String, PlistValue> service : services.entries().entrySet()) {
            if (service.getValue() instanceof PlistValue.Array entries) {
                for (int index = 0; index < entries.items().size(); index++) {
                    if (entries.items().get(index) instanceof PlistValue.Dict entry) {
                        entry(
                                service.getKey(),
                                entry,
                                path.key(service.getKey()).item(index),
                                notes);
                    }
                }
            }
        }
    }

    private static void entry(String service, PlistValue.Dict entry, KeyPath path, Notes notes) {
        boolean allowed = entry.find("Allowed").isPresent();
        boolean authorization = entry.find("Authorization").isPresent();
        if (allowed == authorization) {
            String decision = allowed ? "both Allowed and Authorization" : "neither Allowed nor Authorization";
            add(path, "the entry has " + decision, notes);
        } else if (grants(entry) && (DENY_ONLY.contains(service) || DENY_OR_LEAVE.contains(service))) {
            add(path, "a profile may deny " + service + " and not allow it", notes);
        }
        if (service.equals("AppleEvents") && entry.find("AEReceiverIdentifier").isEmpty()) {
            add(path, "an entry for AppleEvents needs AEReceiverIdentifier and its two companions", notes);
        }
    }

    private static boolean grants(PlistValue.Dict entry) {
        return entry.find("Allowed").filter(YES::equals).isPresent()
                || entry.findText("Authorization").filter("Allow"::equals).isPresent();
    }

    private static void add(KeyPath path, String message, Notes notes) {
        notes.add(Code.PRIVACY_ENTRY, path, message, TYPE + ".yaml");
    }
}
