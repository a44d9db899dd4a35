// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.installed.InstalledProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a local copy may make way for the MDM's, which refuses to replace it. (Apple, MDMClientError 96.) */
final class LocalCopy {
    private final PlanInput input;
    private final InstalledProfile there;

    LocalCopy(PlanInput input, InstalledProfile there) {
        this.input = input;
        this.there = there;
    }

    /** Why it may not, or not yet, as the step that says so; nothing when it may. */
    Optional<Step> findHindrance(DesiredProfile desired) {
        return wouldCut(desired).or(() -> failedBefore(desired)).or(() -> unproven(desired));
    }

    private Optional<Step> wouldCut(DesiredProfile desired) {
        List<String> lifelines = Payloads.lifelines(there);
        return lifelines.isEmpty() || desired.options().allowCut()
                ? Optional.empty()
                : Optional.of(new Steps()
                        .still(
                                desired,
                                Action.BLOCKED,
                                ReasonCode.MIGRATION_WOULD_CUT,
                                "a local copy is in the way of the MDM's, and between the two this Mac would be without its "
                                        + String.join(", ", lifelines) + " (allow_cut lets it happen)"));
    }

    private Optional<Step> failedBefore(DesiredProfile desired) {
        Optional<Instant> putBack = input.migrations().find(there.key()).flatMap(Migration::putBackAt);
        Duration age =
                putBack.map(at -> Duration.between(at, input.now()).abs()).orElse(Duration.ZERO);
        Duration left = input.policy().deadline().minus(age);
        return putBack.isEmpty() || left.isNegative() || left.isZero()
                ? Optional.empty()
                : Optional.of(new Steps()
                        .still(
                                desired,
                                Action.WAIT,
                                ReasonCode.MIGRATION_FAILED,
                                "put back locally " + Words.ago(age) + ", for the MDM did not bring it; tried again in "
                                        + Words.span(left)));
    }

    private Optional<Step> unproven(DesiredProfile desired) {
        return input.contact().proven(input.now())
                ? Optional.empty()
                : Optional.of(
                        new Steps()
                                .still(
                                        desired,
                                        Action.WAIT,
                                        ReasonCode.AFTER_PROBE,
                                        "a local copy makes way for the MDM's once a probe shows that the MDM reaches this Mac"));
    }

    /** What people must know before it starts. */
    String warning() {
        return "; the local copy is removed, then the MDM's installed"
                + (input.device().macos().installsLocally()
                        ? ", or it is put back should the MDM fail"
                        : "; in between this Mac is without it, and only the MDM can repair that");
    }
}
