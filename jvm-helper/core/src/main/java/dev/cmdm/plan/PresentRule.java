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
    private static final Reason LOCALLY =
            new Reason(ReasonCode.LOCAL_COPY, "installed locally, and to come by the MDM only");
    private static final Reason MISSING = new Reason(ReasonCode.MISSING, "not on this Mac");
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
        Optional<InstalledProfile> there = findCopy(prepared, key);
        if (enrolls(desired) || there.filter(InstalledProfile::isEnrollment).isPresent()) {
            return steps.still(
                    desired,
                    Action.BLOCKED,
                    ReasonCode.ENROLLMENT_PROFILE,
                    "it belongs to this Mac's enrollment, which is never touched; take it out of the list");
        }
        if (there.isEmpty()) {
            return input.migrations()
                    .find(key)
                    .map(migration -> new Interrupted(input).step(prepared, migration))
                    .orElseGet(() -> new Sending(input).step(prepared, Action.INSTALL, MISSING));
        }
        return compare(prepared, fingerprint, there.orElseThrow());
    }

    /** The copy that is as declared, else the last that came. */
    private Optional<InstalledProfile> findCopy(Prepared prepared, ProfileKey key) {
        String uuid = prepared.fingerprint().orElseThrow().derivedUuid();
        return input.installed()
                .copies(key)
                .filter(copy -> copy.hasUuid(uuid))
                .findFirst()
                .or(() -> input.installed().find(key));
    }

    private Step compare(Prepared prepared, Fingerprint fingerprint, InstalledProfile there) {
        Verdict content = Verdict.on(prepared, fingerprint, there, input.findRecord(there.key()));
        Verdict verdict = new SignerRule(input).over(content, prepared, there);
        if (verdict.keep() && isAcceptable(prepared.desired(), there)) {
            return steps.delivery(
                    prepared.desired(),
                    Action.KEEP,
                    Route.NONE,
                    verdict.reason(),
                    new Step.Delivery(fingerprint, prepared.forms().get(0).under(there.uuid())));
        }
        if (there.declarative()) {
            return steps.still(prepared.desired(), Action.BLOCKED, Reason.DECLARATIVE);
        }
        if (isFromMdm(prepared.desired(), there)) {
            return steps.still(prepared.desired(), Action.BLOCKED, BY_MDM);
        }
        return new Sending(input)
                .step(prepared, Action.REPLACE, verdict.keep() ? LOCALLY : verdict.reason())
                .differing(Changes.between(there, profile(prepared.desired())));
    }

    /** Whether what stands on the Mac came by a way that it may come by; what nobody knows the way of may stay. */
    private boolean isAcceptable(DesiredProfile desired, InstalledProfile there) {
        Origin origin = input.originOf(there);
        return switch (desired.options().channel()) {
            case MDM -> origin != Origin.LOCAL;
            case AUTO -> origin != Origin.LOCAL || !comesByMdmOnly(desired);
            case LOCAL -> origin != Origin.MDM;
        };
    }

    private boolean isFromMdm(DesiredProfile desired, InstalledProfile there) {
        return desired.options().channel() == Channel.LOCAL && input.originOf(there) == Origin.MDM;
    }

    private static boolean comesByMdmOnly(DesiredProfile desired) {
        return !Payloads.onlyByMdm(profile(desired)).isEmpty();
    }

    private static boolean enrolls(DesiredProfile desired) {
        List<Payload> payloads = profile(desired).payloads();
        return payloads.stream().anyMatch(payload -> Payloads.type(payload).equals(ENROLLMENT_TYPE));
    }

    private static Profile profile(DesiredProfile desired) {
        return desired.findProfile().orElseThrow().profile();
    }
}
