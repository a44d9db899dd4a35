// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What two profiles differ in, by key. UUIDs that tools draw anew are no difference, as for the
 * fingerprint; payloads are compared with the one of their identifier, else of their type.
 *
 * @param equal whether both have one fingerprint; then there are no changes, otherwise there is one at least
 * @param onlyUuids whether they are equal and only UUIDs differ
 * @param onlyForm whether they are equal and only key order, format or signature differs
 * @param changes in reading order
 */
public record ProfileDiff(boolean equal, boolean onlyUuids, boolean onlyForm, List<Change> changes) {
    public ProfileDiff {
        changes = List.copyOf(changes);
    }

    /** What became of a key. */
    public enum Kind {
        /** When only the second profile has it. */
        ADDED,
        /** When only the first profile has it. */
        REMOVED,
        /** When both have it with different values of one kind; of an array: its items stand in another order. */
        CHANGED,
        /** When both have it with values of different kinds. */
        TYPE_CHANGED;

        /** The word in JSON and in text. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One difference.
     *
     * @param keyPath where: in the first profile for what was removed, else in the second
     * @param payloadType the PayloadType of the payload it is in, empty outside of payloads
     * @param kind what became of it
     * @param before the value in the first profile; nothing for what was added, and for a secret
     * @param after the value in the second profile; nothing for what was removed, and for a secret
     * @param secret whether it stands under a password-like key, so that values are left out
     */
    public record Change(
            String keyPath,
            String payloadType,
            Kind kind,
            Optional<PlistValue> before,
            Optional<PlistValue> after,
            boolean secret) {
        /** The place and the kind, for the values may be secret. */
        @Override
        public String toString() {
            return keyPath + " " + kind.word();
        }
    }

    /** The differences from one profile to another. */
    public static ProfileDiff between(ReadProfile before, ReadProfile after) {
        PlistValue.Dict first = before.profile().content();
        PlistValue.Dict second = after.profile().content();
        if (!Fingerprint.of(before.profile()).equals(Fingerprint.of(after.profile()))) {
            return new ProfileDiff(false, false, false, DiffWalk.changes(first, second));
        }
        boolean sameUuids = first.equals(second);
        boolean sameBytes = before.original().equals(after.original());
        return new ProfileDiff(true, !sameUuids, sameUuids && !sameBytes, List.of());
    }
}
