// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts of a profile refer to one of its payloads by PayloadUUID, and the names that stand for
 * them: a random UUID is no content, what it points at is. The rules stand in {@code docs/fingerprint.md}.
 */
final class References {
    private final Map<String, String> nameByUuid;

    private References(Map<String, String> nameByUuid) {
        this.nameByUuid = nameByUuid;
    }

    /** The references within a profile's content. */
    static References in(PlistValue.Dict profile) {
        List<PlistValue.Dict> payloads = payloads(profile);
        List<String> uuids = payloads.stream().map(References::uuid).toList();
        if (uuids.stream().allMatch(String::isEmpty)) {
            return new References(Map.of());
        }
        List<String> names = names(profile, payloads);
        Set<String> singleNames = singles(names);
        Set<String> singleUuids = singles(uuids);
        Map<String, String> nameByUuid = new HashMap<>();
        for (int at = 0; at < payloads.size(); at++) {
            if (UuidForm.matches(uuids.get(at))
                    && singleUuids.contains(uuids.get(at))
                    && singleNames.contains(names.get(at))) {
                nameByUuid.put(uuids.get(at), names.get(at));
            }
        }
        return new References(nameByUuid);
    }

    /** The names of a profile's payloads, in their order. */
    static List<String> names(PlistValue.Dict profile, List<PlistValue.Dict> payloads) {
        String prefix = profile.findText(Keys.IDENTIFIER).orElse("");
        Map<String, Integer> counts = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (PlistValue.Dict payload : payloads) {
            String type = payload.findText(Keys.TYPE).orElse("");
            int count = counts.merge(type, 1, Integer::sum);
            names.add(payload.findText(Keys.IDENTIFIER).orElse(prefix + "." + type + "." + count));
        }
        return names;
    }

    /** The dictionaries directly in the array under PayloadContent. */
    static List<PlistValue.Dict> payloads(PlistValue.Dict profile) {
        return profile.findArray(Keys.CONTENT).map(PlistValue.Array::items).orElse(List.of()).stream()
                .filter(PlistValue.Dict.class::isInstance)
                .map(PlistValue.Dict.class::cast)
                .toList();
    }

    /**
     * The name of the payload that a text refers to, or nothing when it refers to none.
     *
     * @param key the key that holds the text, or that holds the array in which it stands
     */
    Optional<String> find(String key, String text) {
        return nameByUuid.isEmpty() || key.equals(Keys.IDENTIFIER) || !UuidForm.matches(text)
                ? Optional.empty()
                : Optional.ofNullable(nameByUuid.get(text.toUpperCase(Locale.ROOT)));
    }

    private static String uuid(PlistValue.Dict payload) {
        return payload.findText(Keys.UUID)
                .filter(UuidForm::matches)
                .map(uuid -> uuid.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private static Set<String> singles(List<String> texts) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (String text : texts) {
            if (!seen.add(text)) {
                repeated.add(text);
            }
        }
        seen.removeAll(repeated);
        return seen;
    }
}
