// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/** What happens to a profile that shall be there. */
final class PresentRule {
    private static final String ENROLLMENT_TYPE = "com.apple.mdm";

    private final PlanInput input;
    private final Steps steps = new Steps();

    PresentRule(PlanInput input) {
        this.input = input;
    }

    Step decide(Prepared prepared) {
        DesiredProfile desired = prepared.desired();
        if (desired.content() instanceof Content.Broken broken) {
            return steps.broken(desired, broken.error());
        }
        ProfileKey key = desired.key().orElseThrow();
        Fingerprint fingerprint = prepared.fingerprint().orElseThrow();
        Optional<InstalledProfile> there = input.installed().find(key);
        if (enrolls(desired) || there.filter(InstalledProfile::isEnrollment).isPresent()) {
            return steps.still(
                    desired,
                    Action.BLOCKED,
                    ReasonCode.ENROLLMENT_PROFILE,
                    "it belongs to this Mac's enrollment, which is never touched; take it out of the list");
        }
        if (there.isEmpty()) {
            return send(prepared, fingerprint, Action.INSTALL, new Reason(ReasonCode.MISSING, "not on this Mac"));
        }
        return compare(prepared, fingerprint, there.orElseThrow());
    }

    private Step compare(Prepared prepared, Fingerprint fingerprint, InstalledProfile there) {
        Verdict verdict = Verdict.on(prepared, fingerprint, there, input.findRecord(there.key()));
        Optional<Reason> unacceptable = unacceptable(prepared.desired(), there);
        if (verdict.keep() && unacceptable.isEmpty()) {
            Form standing = prepared.forms().get(0);
            return steps.delivery(
                    prepared.desired(),
                    Action.KEEP,
                    Route.NONE,
                    verdict.reason(),
                    new Step.Delivery(
                            fingerprint, new Form(standing.kind(), standing.content(), standing.size(), there.uuid())));
        }
        if (unacceptable.isPresent()) {
            return steps.still(prepared.desired(), Action.BLOCKED, unacceptable.orElseThrow());
        }
        return send(prepared, fingerprint, Action.REPLACE, verdict.reason())
                .differing(Changes.between(there, profile(prepared.desired())));
    }

    /** Why what stands on the Mac cannot be taken, or replaced, by the way that is asked for. */
    private static Optional<Reason> unacceptable(DesiredProfile desired, InstalledProfile there) {
        Channel channel = desired.options().channel();
        boolean mdmOnly = profile(desired).payloads().stream().anyMatch(Payloads::mdmOnly);
        if (there.origin() == Origin.LOCAL && (channel == Channel.MDM || (channel == Channel.AUTO && mdmOnly))) {
            return Optional.of(localCopy());
        }
        if (there.origin() == Origin.MDM && channel == Channel.LOCAL) {
            return Optional.of(
                    new Reason(
                            ReasonCode.INSTALLED_BY_MDM,
                            "the MDM installed it and this profile is to come locally only; let it come by MDM (channel: auto)"));
        }
        return Optional.empty();
    }

    private static Reason localCopy() {
        return new Reason(
                ReasonCode.LOCAL_COPY,
                "a local copy is in the way and an MDM refuses to replace those; remove that copy on the Mac first");
    }

    private Step send(Prepared prepared, Fingerprint fingerprint, Action action, Reason why) {
        DesiredProfile desired = prepared.desired();
        ProfileKey key = desired.key().orElseThrow();
        if (input.installed()
                .find(key)
                .filter(there -> there.origin() == Origin.LOCAL)
                .isPresent()) {
            return steps.still(desired, Action.BLOCKED, localCopy());
        }
        Routing.Choice choice = new Routing(input).choose(prepared);
        if (choice.form().isEmpty()) {
            return steps.still(desired, Action.BLOCKED, ReasonCode.NO_ROUTE, choice.text());
        }
        Form form = choice.form().orElseThrow();
        Step step = steps.delivery(desired, action, Route.MDM, why, new Step.Delivery(fingerprint, form));
        Resend.Answer answer = new Resend(input).install(key, fingerprint, form.uuid());
        if (answer.waits()) {
            return steps.still(desired, Action.WAIT, answer.reason().orElseThrow());
        }
        Step reasoned = answer.reason().map(step::because).orElse(step);
        return answer.repeats().map(reasoned::repeating).orElse(reasoned);
    }

    private static boolean enrolls(DesiredProfile desired) {
        List<Payload> payloads = profile(desired).payloads();
        return payloads.stream().anyMatch(payload -> Payloads.type(payload).equals(ENROLLMENT_TYPE));
    }

    private static Profile profile(DesiredProfile desired) {
        return desired.findProfile().orElseThrow().profile();
    }
}
