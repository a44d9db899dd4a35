// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What real profiles get wrong and macOS takes all the same: a warning each, never a refusal. */
final class Oddities {
    private final WarningList warnings;

    private Oddities(WarningList warnings) {
        this.warnings = warnings;
    }

    /**
     * Looks for what is odd about a profile.
     *
     * @param warnings gets what is found
     * @throws BadTextException when a text or key is not Unicode
     */
    static void find(PlistValue.Dict profile, List<Payload> payloads, WarningList warnings) {
        Oddities oddities = new Oddities(warnings);
        oddities.top(profile);
        oddities.scope(profile);
        oddities.content(profile, payloads);
        for (int index = 0; index < payloads.size(); index++) {
            oddities.payload(index, payloads.get(index));
        }
        oddities.repeatedUuids(payloads);
        TextScan.scan(profile, warnings);
    }

    private void top(PlistValue.Dict profile) {
        if (!profile.findText(Keys.TYPE).filter("Configuration"::equals).isPresent()) {
            warn("odd-type", "PayloadType of the profile should be Configuration", Keys.path(Keys.TYPE));
        }
        version(profile, Keys.path(Keys.VERSION));
        uuidForm(profile, Keys.path(Keys.UUID));
    }

    private void scope(PlistValue.Dict profile) {
        if (profile.find(Keys.SCOPE).isEmpty()) {
            warn("missing-scope", "PayloadScope is missing and taken as System", Keys.path(Keys.SCOPE));
            return;
        }
        String word = profile.findText(Keys.SCOPE).orElse("");
        if (!word.equals(Scope.SYSTEM.word()) && !word.equals(Scope.USER.word())) {
            warn(
                    "odd-scope",
                    "PayloadScope is neither System nor User and taken as System; case counts",
                    Keys.path(Keys.SCOPE));
        }
    }

    private void content(PlistValue.Dict profile, List<Payload> payloads) {
        if (profile.find(Keys.ENCRYPTED_CONTENT).isPresent()) {
            warn(
                    "encrypted-content",
                    "the payloads are encrypted for one Mac and passed through unread",
                    Keys.path(Keys.ENCRYPTED_CONTENT));
        } else if (profile.find(Keys.CONTENT).isEmpty()) {
            warn("missing-content", "PayloadContent is missing, the profile sets nothing", Keys.path(Keys.CONTENT));
        } else if (payloads.isEmpty()) {
            warn("empty-content", "PayloadContent is empty, the profile sets nothing", Keys.path(Keys.CONTENT));
        }
    }

    private void payload(int index, Payload payload) {
        if (payload.findType().isEmpty()) {
            warn("payload-without-type", "a payload has no PayloadType", Keys.path(index));
        }
        if (payload.findIdentifier().isEmpty()) {
            warn("payload-without-identifier", "a payload has no PayloadIdentifier", Keys.path(index));
        }
        if (payload.findUuid().isEmpty()) {
            warn("payload-without-uuid", "a payload has no PayloadUUID", Keys.path(index));
        }
        version(payload.content(), Keys.path(index, Keys.VERSION));
        uuidForm(payload.content(), Keys.path(index, Keys.UUID));
    }

    private void version(PlistValue.Dict dict, KeyPath path) {
        if (dict.find(Keys.VERSION).filter(PlistValue.Int.class::isInstance).isEmpty()) {
            warn("missing-version", "PayloadVersion is missing or no integer; it should be 1", path);
        }
    }

    private void uuidForm(PlistValue.Dict dict, KeyPath path) {
        if (dict.findText(Keys.UUID).filter(uuid -> !UuidForm.matches(uuid)).isPresent()) {
            warn("odd-uuid", "PayloadUUID is not of the form of a UUID, as uuidgen makes them", path);
        }
    }

    private void repeatedUuids(List<Payload> payloads) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < payloads.size(); index++) {
            String uuid = payloads.get(index).findUuid().orElse("").toUpperCase(Locale.ROOT);
            Integer first = uuid.isEmpty() ? null : seen.putIfAbsent(uuid, index);
            if (first != null) {
                String other = Keys.path(first).toString();
                warn(
                        "payload-uuid-twice",
                        "the payload has the PayloadUUID of " + other + ", so that a reference to it is ambiguous",
                        Keys.path(index, Keys.UUID));
            }
        }
    }

    private void warn(String code, String message, KeyPath path) {
        warnings.add(code, message, path);
    }
}
