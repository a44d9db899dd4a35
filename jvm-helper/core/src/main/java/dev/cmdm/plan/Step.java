// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.installed.InstalledProfile;
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
 * @param copy what stands on the Mac and goes; nothing unless the step removes
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
        Optional<InstalledProfile> copy,
        Optional<RuntimeException> error) {
    public Step {
        changes = List.copyOf(changes);
    }

    /** A step that changes and sends nothing, so far. */
    static Step of(String id, Optional<ProfileKey> key, Ensure ensure, Action action, Reason reason) {
        return new Step(
                id,
                key,
                ensure,
                action,
                Route.NONE,
                reason,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same step under another id. */
    Step withId(String other) {
        return new Step(other, key, ensure, action, route, reason, changes, delivery, repeats, copy, error);
    }

    /** The same step by a way. */
    Step by(Route way) {
        return new Step(id, key, ensure, action, way, reason, changes, delivery, repeats, copy, error);
    }

    /** The same step for another reason. */
    Step because(Reason other) {
        return new Step(id, key, ensure, action, route, other, changes, delivery, repeats, copy, error);
    }

    /** A step that waits in place of this one, and sends nothing. */
    Step waiting(Reason why) {
        return new Step(
                id,
                key,
                ensure,
                Action.WAIT,
                Route.NONE,
                why,
                changes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                error);
    }

    /** The same step with the settings that differ. */
    Step differing(List<Change> found) {
        return new Step(id, key, ensure, action, route, reason, found, delivery, repeats, copy, error);
    }

    /** The same step with the content it is about. */
    Step with(Delivery content) {
        return new Step(id, key, ensure, action, route, reason, changes, Optional.of(content), repeats, copy, error);
    }

    /** The same step, which sends an earlier attempt once more under its id. */
    Step repeating(String commandUuid) {
        return new Step(
                id, key, ensure, action, route, reason, changes, delivery, Optional.of(commandUuid), copy, error);
    }

    /** The same step with what is wrong with its content. */
    Step failing(RuntimeException wrong) {
        return new Step(id, key, ensure, action, route, reason, changes, delivery, repeats, copy, Optional.of(wrong));
    }

    /** The same step, recorded for someone other than whoever asked for the plan. */
    Step onBehalfOf(Owner other) {
        return new Step(
                id,
                key,
                ensure,
                action,
                route,
                reason,
                changes,
                delivery.map(sent -> new Delivery(sent.fingerprint, sent.form, Optional.of(other))),
                repeats,
                copy,
                error);
    }

    /** The same step, which takes a copy off the Mac. */
    Step taking(InstalledProfile there) {
        return new Step(id, key, ensure, action, route, reason, changes, delivery, repeats, Optional.of(there), error);
    }

    /**
     * The content a step is about.
     *
     * @param fingerprint the declared content's
     * @param form what is sent, or what is taken to stand on the Mac
     * @param onBehalfOf who declared it, if that is not whoever asked for the plan
     */
    public record Delivery(Fingerprint fingerprint, Form form, Optional<Owner> onBehalfOf) {
        /** Content that whoever asked for the plan declared. */
        public Delivery(Fingerprint fingerprint, Form form) {
            this(fingerprint, form, Optional.empty());
        }
    }
}
