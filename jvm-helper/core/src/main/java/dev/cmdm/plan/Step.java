// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Ensure;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * What happens to one profile, and why.
 *
 * @param id stable within a plan: the profile's key, or where a broken one was declared
 * @param key which profile; nothing when it is broken and unnamed
 * @param ensure whether the step is about a profile that shall be there
 * @param action what is done
 * @param route which way
 * @param reason why
 * @param changes which settings differ, as far as the listing tells
 * @param delivery what would be sent; nothing unless the step installs or replaces, or adopts
 * @param repeats the id of the attempt that this step sends once more
 * @param error what is wrong with a broken profile
 */
public record Step(
        String id,
        Optional<ProfileKey> key,
        Ensure ensure,
        Action action,
        Route route,
        Reason reason,
        List<Change> changes,
        Optional<Delivery> delivery,
        Optional<String> repeats,
        Optional<RuntimeException> error) {
    public Step {
        changes = List.copyOf(changes);
    }

    /**
     * The content a step is about.
     *
     * @param fingerprint the declared content's
     * @param form what is sent, or what is taken to stand on the Mac
     */
    public record Delivery(Fingerprint fingerprint, Form form) {}
}
