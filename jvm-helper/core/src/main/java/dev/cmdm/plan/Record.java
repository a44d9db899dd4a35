// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one delivered or adopted profile.
 *
 * @param key which profile
 * @param uuid the UUID that stands on the Mac for it
 * @param fingerprint the content that this UUID stands for
 * @param installDate as the listing printed it when this was written
 * @param owner who declared it
 * @param seenAt when it was seen
 * @param origin who installed it, as far as whoever wrote this knew
 * @param signer who signed what was delivered, as {@link Form.Body#signer} says it; nothing when nobody knows
 */
@SuppressWarnings("JavaLangClash") // the field's word; nothing here speaks of java.lang.Record
public record Record(
        ProfileKey key,
        String uuid,
        Fingerprint fingerprint,
        String installDate,
        Owner owner,
        Instant seenAt,
        Origin origin,
        Optional<String> signer) {

    /** What is known of a profile whose signer nobody knows. */
    public Record(
            ProfileKey key,
            String uuid,
            Fingerprint fingerprint,
            String installDate,
            Owner owner,
            Instant seenAt,
            Origin origin) {
        this(key, uuid, fingerprint, installDate, owner, seenAt, origin, Optional.empty());
    }

    /** Whether it tells of this very installation: no other has both its UUID and its date. */
    public boolean isOf(InstalledProfile there) {
        return there.hasUuid(uuid) && there.installDate().equals(installDate);
    }
}
