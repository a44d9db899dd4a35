// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ProfileKey;
import java.util.List;

/**
 * One profile on the Mac, as its own listing reports it.
 *
 * @param key identifier, scope and user
 * @param uuid its top-level PayloadUUID as printed; not necessarily of UUID form, compared ignoring case
 * @param origin who put it there
 * @param declarative whether declarative device management owns it, whose profiles an MDM's commands cannot change
 * @param installDate as printed, in Apple's words; empty when not shown; changes with every reinstall
 * @param displayName its PayloadDisplayName, empty when not shown
 * @param payloads its payloads
 * @param described what else is shown, under the names that a profile has for it; empty when nothing is
 * @param verification Apple's word for its signature, {@code verified} or {@code unsigned} among others; empty when
 *     not shown
 */
public record InstalledProfile(
        ProfileKey key,
        String uuid,
        Origin origin,
        boolean declarative,
        String installDate,
        String displayName,
        List<InstalledPayload> payloads,
        PlistValue.Dict described,
        String verification) {
    /** The payload type that enrolls a Mac. (Apple, com.apple.mdm.yaml.) */
    private static final String ENROLLMENT_TYPE = "com.apple.mdm";

    public InstalledProfile {
        payloads = List.copyOf(payloads);
    }

    /** A profile of which nothing else is shown, and that is not known to be one of declarative device management. */
    public InstalledProfile(
            ProfileKey key,
            String uuid,
            Origin origin,
            String installDate,
            String displayName,
            List<InstalledPayload> payloads) {
        this(key, uuid, origin, false, installDate, displayName, payloads, PlistValue.Dict.empty(), "");
    }

    /** Whether it carries this Mac's enrollment, which cmdm never touches. */
    public boolean isEnrollment() {
        return payloads.stream().anyMatch(payload -> payload.type().equals(ENROLLMENT_TYPE));
    }

    /** Whether its UUID is the one given, ignoring case. */
    public boolean hasUuid(String other) {
        return uuid.equalsIgnoreCase(other);
    }

    /** The same profile with a known origin. */
    public InstalledProfile with(Origin known) {
        return new InstalledProfile(
                key, uuid, known, declarative, installDate, displayName, payloads, described, verification);
    }

    /** The same profile, owned by declarative device management. */
    public InstalledProfile owned() {
        return new InstalledProfile(
                key, uuid, origin, true, installDate, displayName, payloads, described, verification);
    }

    /** Without what is described, whose values are never printed. */
    @Override
    public String toString() {
        return key + " " + uuid + " " + origin + " " + payloads;
    }
}
