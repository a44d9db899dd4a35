// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

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
    private static final Reason LOCAL_COPY = new Reason(
            ReasonCode.LOCAL_COPY,
            "a local copy is in the way and an MDM refuses to replace those; remove that copy on the Mac first");
    private static final Reason BY_MDM = new Reason(
            ReasonCode.INSTALLED_BY_MDM,
            "the MDM installed it and this profile is to come locally only; let it come by MDM (channel: auto)");

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
        if (there.declarative()) {
            return steps.still(prepared.desired(), Action.BLOCKED, Reason.DECLARATIVE);
        }
        if (unacceptable.isPresent()) {
            return steps.still(prepared.desired(), Action.BLOCKED, unacceptable.orElseThrow());
        }
        return send(prepared, fingerprint, Action.REPLACE, verdict.reason())
                .differing(Changes.between(there, profile(prepared.desired())));
    }

    /** Why what stands on the Mac cannot be taken, or replaced, by the way that is asked for. */
    private Optional<Reason> unacceptable(DesiredProfile desired, InstalledProfile there) {
        Origin origin = input.originOf(there);
        return switch (desired.options().channel()) {
            case MDM -> Optional.of(LOCAL_COPY).filter(unused -> origin == Origin.LOCAL);
            case AUTO -> Optional.of(LOCAL_COPY).filter(unused -> origin == Origin.LOCAL && comesByMdmOnly(desired));
            case LOCAL -> Optional.of(BY_MDM).filter(unused -> origin == Origin.MDM);
        };
    }

    private static boolean comesByMdmOnly(DesiredProfile desired) {
        return !Payloads.onlyByMdm(profile(desired)).isEmpty();
    }

    private Step send(Prepared prepared, Fingerprint fingerprint, Action action, Reason why) {
        DesiredProfile desired = prepared.desired();
        Routing.Choice choice = new Routing(input).choose(prepared);
        return switch (choice.route()) {
            case NONE ->
                steps.still(
                        desired,
                        Action.BLOCKED,
                        ReasonCode.NO_ROUTE,
                        choice.text() + (inTheWay(desired) ? "; also " + LOCAL_COPY.text() : ""));
            case LOCAL -> sending(prepared, fingerprint, action, choice, why);
            case MDM ->
                inTheWay(desired)
                        ? steps.still(desired, Action.BLOCKED, LOCAL_COPY)
                        : byMdm(prepared, fingerprint, choice, sending(prepared, fingerprint, action, choice, why));
        };
    }

    private boolean inTheWay(DesiredProfile desired) {
        return input.installed()
                .find(desired.key().orElseThrow())
                .filter(there -> input.originOf(there) == Origin.LOCAL)
                .isPresent();
    }

    private Step sending(Prepared prepared, Fingerprint fingerprint, Action action, Routing.Choice choice, Reason why) {
        return steps.delivery(
                prepared.desired(),
                action,
                choice.route(),
                why.with(choice.text()),
                new Step.Delivery(fingerprint, choice.form().orElseThrow()));
    }

    private Step byMdm(Prepared prepared, Fingerprint fingerprint, Routing.Choice choice, Step step) {
        ProfileKey key = prepared.desired().key().orElseThrow();
        String uuid = step.delivery().orElseThrow().form().uuid();
        Resend.Answer answer = new Resend(input).install(key, fingerprint, uuid);
        if (answer.waits()) {
            return steps.still(prepared.desired(), Action.WAIT, answer.reason().orElseThrow());
        }
        Step reasoned = answer.reason()
                .map(reason -> step.because(reason.with(choice.text())))
                .orElse(step);
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
