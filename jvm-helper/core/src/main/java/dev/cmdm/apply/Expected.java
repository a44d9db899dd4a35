// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.util.Optional;

/**
 * What a reading must show before an installation counts as seen.
 *
 * @param key which profile
 * @param uuid the UUID that comes
 * @param fingerprint the content that it stands for
 * @param dateBefore the install date that was listed when this was asked for, if this very UUID stood there
 *     already: then only another date shows that the new content came
 * @param owner who declared it
 * @param by who brings it
 * @param signer who signed what comes; nothing when nobody knows
 */
record Expected(
        ProfileKey key,
        String uuid,
        Fingerprint fingerprint,
        Optional<String> dateBefore,
        Owner owner,
        Origin by,
        Optional<String> signer) {

    /** What a command of an MDM brings; nothing for a removal. */
    static Optional<Expected> of(Pending sent) {
        return sent.fingerprint()
                .map(content -> new Expected(
                        sent.key(), sent.uuid(), content, sent.dateBefore(), sent.owner(), Origin.MDM, sent.signer()));
    }

    /** What Apple's own tool brings for a step, on a Mac as it was read before. */
    static Expected locally(Step step, Installed before, Owner owner) {
        ProfileKey key = step.key().orElseThrow();
        Step.Delivery delivery = step.delivery().orElseThrow();
        String uuid = delivery.form().uuid();
        return new Expected(
                key,
                uuid,
                delivery.fingerprint(),
                findDate(before, key, uuid),
                delivery.onBehalfOf().orElse(owner),
                Origin.LOCAL,
                Optional.of(delivery.form().body().signer()));
    }

    /** The same where nothing stands any more. */
    Expected anew() {
        return new Expected(key, uuid, fingerprint, Optional.empty(), owner, by, signer);
    }

    /** The date at which this very UUID was installed, if it stands there. */
    static Optional<String> findDate(Installed installed, ProfileKey key, String uuid) {
        return installed
                .copies(key)
                .filter(there -> there.hasUuid(uuid))
                .findFirst()
                .map(InstalledProfile::installDate);
    }

    /** Whether a profile is the one that was to come; every installation has its own date. */
    boolean isMetBy(InstalledProfile there) {
        return there.hasUuid(uuid)
                && dateBefore.filter(there.installDate()::equals).isEmpty();
    }
}
