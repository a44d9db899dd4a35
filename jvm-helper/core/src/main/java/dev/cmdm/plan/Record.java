// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;

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
 */
@SuppressWarnings("JavaLangClash") // the field's word; nothing here speaks of java.lang.Record
public record Record(
        ProfileKey key,
        String uuid,
        Fingerprint fingerprint,
        String installDate,
        Owner owner,
        Instant seenAt,
        Origin origin) {

    /** Whether it tells of this very installation: no other has both its UUID and its date. */
    public boolean isOf(InstalledProfile there) {
        return there.hasUuid(uuid) && there.installDate().equals(installDate);
    }
}
