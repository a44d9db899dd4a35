// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.List;
import java.util.Optional;

/**
 * One profile on the Mac, as its own listing reports it.
 *
 * @param key identifier, scope and user; of the profile inside where a server brought it in an object of its own
 * @param uuid its top-level PayloadUUID as printed; not necessarily of UUID form, compared ignoring case; of an object
 *     the derived one of the profile inside
 * @param origin who put it there
 * @param declarative whether declarative device management owns it, whose profiles an MDM's commands cannot change
 * @param installDate as printed, in Apple's words; empty when not shown; changes with every reinstall
 * @param displayName its PayloadDisplayName, empty when not shown
 * @param payloads its payloads
 * @param described what else is shown, under the names that a profile has for it; empty when nothing is
 * @param verification Apple's word on its signature, {@code verified} among others; empty when not shown
 * @param assigned what the server gave it that brought it in an object; nothing when the Mac lists it under its own
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
        String verification,
        Optional<Assigned> assigned) {
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
        this(
                key,
                uuid,
                origin,
                false,
                installDate,
                displayName,
                payloads,
                PlistValue.Dict.empty(),
                "",
                Optional.empty());
    }

    /** Whether it carries this Mac's enrollment, which cmdm never touches. */
    public boolean isEnrollment() {
        return payloads.stream().anyMatch(payload -> payload.type().equals(ENROLLMENT_TYPE));
    }

    /** Whether its UUID is the one given, ignoring case. */
    public boolean hasUuid(String other) {
        return uuid.equalsIgnoreCase(other);
    }

    /** Under which key the Mac lists it. */
    public ProfileKey listedKey() {
        return assigned.map(Assigned::key).orElse(key);
    }

    /** Under which UUID the Mac lists it. */
    public String listedUuid() {
        return assigned.map(Assigned::uuid).orElse(uuid);
    }

    /** The same profile with a known origin; what a person installed is no object of a server, whatever it is called. */
    public InstalledProfile with(Origin known) {
        boolean own = known == Origin.LOCAL;
        return new InstalledProfile(
                own ? listedKey() : key,
                own ? listedUuid() : uuid,
                known,
                declarative,
                installDate,
                displayName,
                payloads,
                described,
                verification,
                own ? Optional.empty() : assigned);
    }

    /**
     * The same profile as what is inside of it, where its display name is that of an object and its identifier is not
     * the one that the name tells.
     */
    InstalledProfile unpacked() {
        return ObjectName.find(displayName)
                .filter(name -> key.scope() == Scope.SYSTEM && !key.identifier().equals(name.identifier()))
                .map(name -> new InstalledProfile(
                        ProfileKey.system(name.identifier()),
                        name.uuid(),
                        origin,
                        declarative,
                        installDate,
                        displayName,
                        payloads,
                        described,
                        verification,
                        Optional.of(new Assigned(key, uuid, name))))
                .orElse(this);
    }

    /** The same profile, owned by declarative device management. */
    public InstalledProfile owned() {
        return new InstalledProfile(
                key, uuid, origin, true, installDate, displayName, payloads, described, verification, assigned);
    }

    /** Without what is described, whose values are never printed. */
    @Override
    public String toString() {
        return key + " " + uuid + " " + origin + " " + payloads;
    }
}
