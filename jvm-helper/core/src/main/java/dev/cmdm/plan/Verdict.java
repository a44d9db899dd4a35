// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.HashedUuid;
import dev.cmdm.profile.ReadProfile;
import java.util.Optional;

/**
 * Whether the UUID that stands on the Mac proves the declared content.
 *
 * @param keep whether it does
 * @param reason why
 */
record Verdict(boolean keep, Reason reason) {

    /** Compares what stands on the Mac with what is declared; UUIDs compare ignoring case. */
    static Verdict on(Prepared prepared, Fingerprint fingerprint, InstalledProfile there, Optional<Record> record) {
        Optional<Record> standing = record.filter(known -> there.hasUuid(known.uuid()));
        if (there.hasUuid(fingerprint.derivedUuid())) {
            return new Verdict(true, new Reason(ReasonCode.IN_PLACE, "as declared"));
        }
        if (isHashed(prepared, there)) {
            return new Verdict(
                    true, new Reason(ReasonCode.IN_PLACE, "as declared, by the UUID that its bytes give it"));
        }
        if (standing.isPresent()) {
            return standing.orElseThrow().fingerprint().equals(fingerprint)
                    ? new Verdict(true, new Reason(ReasonCode.RECORDED, "as declared, by the record of its delivery"))
                    : edited(prepared, there);
        }
        return record.isPresent() ? differs() : unrecorded(prepared, there);
    }

    private static Verdict unrecorded(Prepared prepared, InstalledProfile there) {
        if (hasOwnUuid(prepared, there)) {
            return new Verdict(
                    true,
                    new Reason(
                            ReasonCode.UUID_ONLY,
                            "taken as declared by its UUID alone; content is not proven until it is delivered again"));
        }
        boolean legacy = prepared.desired().options().legacyUuids().stream().anyMatch(there::hasUuid);
        return legacy
                ? new Verdict(true, new Reason(ReasonCode.ADOPTED, "as declared, delivered by an earlier tool"))
                : differs();
    }

    private static Verdict edited(Prepared prepared, InstalledProfile there) {
        return hasOwnUuid(prepared, there)
                ? new Verdict(
                        false,
                        new Reason(ReasonCode.UUID_REUSED, "its settings were edited and its PayloadUUID was not"))
                : differs();
    }

    /** MDMDirector's UUID, over the bytes as declared or over what cmdm writes. */
    private static boolean isHashed(Prepared prepared, InstalledProfile there) {
        return prepared.forms().stream()
                        .filter(form -> form.kind() == Form.Kind.CANONICAL || form.kind() == Form.Kind.GIVEN)
                        .anyMatch(form -> there.hasUuid(HashedUuid.of(form.content())))
                || prepared.desired()
                        .findProfile()
                        .map(ReadProfile::original)
                        .filter(bytes -> bytes.size() > 0)
                        .filter(bytes -> there.hasUuid(HashedUuid.of(bytes)))
                        .isPresent();
    }

    private static Verdict differs() {
        return new Verdict(false, new Reason(ReasonCode.CONTENT_DIFFERS, "another content is on this Mac"));
    }

    private static boolean hasOwnUuid(Prepared prepared, InstalledProfile there) {
        return prepared.desired()
                .findProfile()
                .flatMap(read -> read.profile().findUuid())
                .filter(there::hasUuid)
                .isPresent();
    }
}
