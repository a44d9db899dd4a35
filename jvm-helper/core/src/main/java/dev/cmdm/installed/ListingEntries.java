// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistWarning;
import dev.cmdm.profile.BadIdentifierException;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the property list of a listing to profiles. Its top holds one array for each owner: the
 * computer, or a user by short name; either may be missing.
 */
final class ListingEntries {
    /** The owner of the computer's own profiles. */
    static final String COMPUTER = "_computerlevel";

    private final List<InstalledProfile> profiles = new ArrayList<>();
    private final List<PlistWarning> warnings;

    /**
     * Reads all of it.
     *
     * @param warnings gets one for each profile that is left out
     * @throws ListingUnreadableException when it is not what such a listing is
     */
    ListingEntries(PlistValue root, List<PlistWarning> warnings) {
        this.warnings = warnings;
        PlistValue.Dict owners = require(root, PlistValue.Dict.class, KeyPath.TOP, "dictionary");
        for (Map.Entry<String, PlistValue> owner : owners.entries().entrySet()) {
            owner(owner.getKey(), owner.getValue());
        }
    }

    List<InstalledProfile> profiles() {
        return profiles;
    }

    private void owner(String name, PlistValue listed) {
        KeyPath path = KeyPath.TOP.key(name);
        PlistValue.Array entries = require(listed, PlistValue.Array.class, path, "array");
        for (int i = 0; i < entries.items().size(); i++) {
            KeyPath at = path.item(i);
            PlistValue.Dict entry = require(entries.items().get(i), PlistValue.Dict.class, at, "dictionary");
            String identifier = entry.findText("ProfileIdentifier")
                    .orElseThrow(() -> new ListingUnreadableException(
                            "printed a listing that names no ProfileIdentifier at " + at));
            findKey(name, identifier).ifPresentOrElse(key -> profiles.add(profile(key, entry, at)), () -> leftOut(at));
        }
    }

    /** Its key, or nothing when no tool could ever be told of it: such a name cannot be declared either. */
    private static Optional<ProfileKey> findKey(String owner, String identifier) {
        if (ListingText.doubtful(identifier) || ListingText.doubtful(owner) || !nameable(owner)) {
            return Optional.empty();
        }
        try {
            ProfileIdentifier checked = new ProfileIdentifier(identifier);
            return Optional.of(
                    owner.equals(COMPUTER) ? ProfileKey.system(checked) : new ProfileKey(checked, Scope.USER, owner));
        } catch (BadIdentifierException unusable) {
            return Optional.empty();
        }
    }

    /** Whether a user's name can be an argument of a tool and part of a line. */
    private static boolean nameable(String owner) {
        return !owner.isBlank() && !owner.startsWith("-") && owner.chars().noneMatch(Character::isISOControl);
    }

    private void leftOut(KeyPath at) {
        warnings.add(new PlistWarning(
                "left-out", "a profile whose identifier or user no tool can be told was left out", at.place()));
    }

    private static InstalledProfile profile(ProfileKey key, PlistValue.Dict entry, KeyPath at) {
        InstalledProfile listed = new InstalledProfile(
                key,
                entry.findText("ProfileUUID").orElse(""),
                Origin.UNKNOWN,
                false,
                installDate(entry),
                entry.findText("ProfileDisplayName").orElse(""),
                payloads(entry, at.key("ProfileItems")),
                Described.profile(entry),
                entry.findText("ProfileVerificationState").orElse(""),
                Optional.empty());
        return listed.unpacked();
    }

    /** Text in every release that is known; a date in a later one would say the same. */
    private static String installDate(PlistValue.Dict entry) {
        return entry.find("ProfileInstallDate")
                .filter(PlistValue.Date.class::isInstance)
                .map(date -> InstallDate.print(((PlistValue.Date) date).instant()))
                .orElseGet(() -> entry.findText("ProfileInstallDate").orElse(""));
    }

    private static List<InstalledPayload> payloads(PlistValue.Dict entry, KeyPath path) {
        PlistValue items = entry.find("ProfileItems").orElse(new PlistValue.Array(List.of()));
        List<InstalledPayload> payloads = new ArrayList<>();
        for (PlistValue item :
                require(items, PlistValue.Array.class, path, "array").items()) {
            KeyPath at = path.item(payloads.size());
            payloads.add(ListedPayload.of(require(item, PlistValue.Dict.class, at, "dictionary")));
        }
        return payloads;
    }

    private static <T extends PlistValue> T require(PlistValue value, Class<T> kind, KeyPath at, String word) {
        if (!kind.isInstance(value)) {
            String where = at.equals(KeyPath.TOP) ? " at its top" : " at " + at;
            throw new ListingUnreadableException("printed a listing without the expected " + word + where);
        }
        return kind.cast(value);
    }
}
