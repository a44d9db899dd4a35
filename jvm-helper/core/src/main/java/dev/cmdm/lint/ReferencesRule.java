// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Payload;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** References from one payload to another, by PayloadUUID; both have to be in the same profile. */
final class ReferencesRule implements Rule {
    /** Apple's keys for them: PayloadCertificateUUID, EncryptCertPayloadUUID, PayloadCertificateAnchorUUID … */
    private static final Pattern REFERENCE = Pattern.compile("(?i).*cert(ificate)?(payload|anchor)?uuids?");

    @Override
    public void check(Subject subject, Notes notes) {
        Set<String> known = new HashSet<>();
        for (Payload payload : subject.profile().payloads()) {
            payload.findUuid().ifPresent(uuid -> known.add(uuid.toUpperCase(Locale.ROOT)));
        }
        for (TypedPayload payload : subject.payloads()) {
            payload.type()
                    .ifPresent(type ->
                            new Search(subject, known, type.file(), notes).look(payload.content(), payload.path()));
        }
    }

    private record Search(Subject subject, Set<String> known, String file, Notes notes) {
        void look(PlistValue.Dict dict, KeyPath path) {
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                boolean reference = isReference(entry.getKey());
                look(entry.getValue(), path.key(entry.getKey()), reference);
            }
        }

        /** Few keys end like one, and looking at the end of a text is cheap. */
        private static boolean isReference(String key) {
            boolean ends = endsIn(key, "uuid") || endsIn(key, "uuids");
            return ends && REFERENCE.matcher(key).matches();
        }

        private static boolean endsIn(String key, String word) {
            return key.regionMatches(true, key.length() - word.length(), word, 0, word.length());
        }

        private void look(PlistValue value, KeyPath path, boolean reference) {
            if (value instanceof PlistValue.Dict dict) {
                look(dict, path);
            } else if (value instanceof PlistValue.Array array) {
                for (int index = 0; index < array.items().size(); index++) {
                    look(array.items().get(index), path.item(index), reference);
                }
            } else if (reference && dangling(value, path)) {
                notes.add(Code.DANGLING_REFERENCE, path, "no payload of this profile has this PayloadUUID", file);
            }
        }

        private boolean dangling(PlistValue value, KeyPath path) {
            Optional<String> uuid =
                    value instanceof PlistValue.Text text && !text.value().isEmpty()
                            ? Optional.of(text.value().toUpperCase(Locale.ROOT))
                            : Optional.empty();
            return uuid.filter(text -> !known.contains(text)).isPresent() && !subject.hasPlaceholder(path);
        }
    }
}
