// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Desired;
import dev.cmdm.device.Device;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a plan depends on.
 *
 * @param desired what is declared
 * @param prepared the same with forms, in the same order
 * @param installed what is there
 * @param device which Mac
 * @param server what the MDM server can do; nothing when none is configured
 * @param pending what was sent and not seen, at most one per profile
 * @param records what was delivered or adopted, at most one per profile
 * @param policy the site's rules
 * @param migrations local copies that make way
 * @param contact when the Mac was last known to be in touch with the MDM
 * @param now the time
 */
public record PlanInput(
        Desired desired,
        List<Prepared> prepared,
        Installed installed,
        Device device,
        Optional<ServerLimits> server,
        List<Pending> pending,
        List<Record> records,
        Migrations migrations,
        Policy policy,
        Contact contact,
        Instant now) {
    public PlanInput {
        prepared = List.copyOf(prepared);
        pending = List.copyOf(pending);
        records = List.copyOf(records);
    }

    /** The last command sent for a profile and not seen, or nothing. */
    public Optional<Pending> findPending(ProfileKey key) {
        return pending.stream().filter(sent -> sent.key().equals(key)).findFirst();
    }

    /** Who installed a profile: the listing's word, else that of a record of this very installation. */
    Origin originOf(InstalledProfile there) {
        return there.origin() != Origin.UNKNOWN
                ? there.origin()
                : findRecord(there.key())
                        .filter(known -> known.isOf(there))
                        .map(Record::origin)
                        .orElse(Origin.UNKNOWN);
    }

    /** What is recorded of a profile, or nothing. */
    public Optional<Record> findRecord(ProfileKey key) {
        return records.stream().filter(known -> known.key().equals(key)).findFirst();
    }
}
