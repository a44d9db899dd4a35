// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.answer.Result.OutcomeInfo;
import dev.cmdm.desired.Ensure;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Change;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Reason;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/** Answers to look at. */
public final class Samples {
    public static final Device DEVICE = new Device(
            "C02XK1ABCDEF",
            "8b3bb2b1-5f1b-4790-8a11-e3bf74726ad8",
            new MacOsVersion(15, 1, 0),
            Enrollment.USER_APPROVED);
    private static final String DIGEST = "00112233445566778899aabbccddeeff";

    private Samples() {}

    /** A plan with one step of each kind. */
    public static Result.Planned plan() {
        return planned(List.of());
    }

    /** The same carried out: one done, one pending, one failed. */
    public static Result.Planned applied() {
        return planned(List.of(
                outcome("com.acme.oldvpn", Result.Outcome.DONE, "gone from this Mac after 2 s", Optional.empty()),
                outcome(
                        "com.acme.dock",
                        Result.Outcome.PENDING,
                        "queued 60 s ago, not yet on this Mac",
                        Optional.empty()),
                outcome(
                        "com.acme.mail",
                        Result.Outcome.FAILED,
                        "",
                        Optional.of(new ErrorInfo(
                                "mdm-refused", "the MDM refused the command", "mdm.acme.example:443", "", 1, false)))));
    }

    private static Result.Planned planned(List<OutcomeInfo> outcomes) {
        List<Step> steps = List.of(
                step("oldvpn", Action.REMOVE, Route.MDM, ReasonCode.NO_LONGER_DECLARED, "no longer declared"),
                changed(step(
                        "dock",
                        Action.REPLACE,
                        Route.MDM,
                        ReasonCode.CONTENT_DIFFERS,
                        "another content is on this Mac")),
                step("mail", Action.INSTALL, Route.MDM, ReasonCode.MISSING, "not on this Mac"),
                step("wifi", Action.WAIT, Route.NONE, ReasonCode.SENT_NOT_SEEN, "sent 3 min ago, not yet on this Mac"),
                step("kext", Action.BLOCKED, Route.NONE, ReasonCode.LOCAL_COPY, "a local copy is in the way"),
                step("menu", Action.KEEP, Route.NONE, ReasonCode.IN_PLACE, "as declared"));
        Finding finding = new Finding(
                "missing-version",
                Severity.WARNING,
                "com.acme.mail",
                "PayloadContent[0]",
                7,
                "PayloadVersion is missing",
                "",
                "");
        return new Result.Planned(
                new Result.Header(DEVICE, false, "MicroMDM at mdm.acme.example", "cli", "complete under com.acme"),
                new Plan(DIGEST, steps),
                outcomes,
                List.of(finding));
    }

    private static Step step(String name, Action action, Route route, ReasonCode code, String text) {
        ProfileKey key = ProfileKey.system(new ProfileIdentifier("com.acme." + name));
        return new Step(
                key.toString(),
                Optional.of(key),
                action == Action.REMOVE ? Ensure.ABSENT : Ensure.PRESENT,
                action,
                route,
                new Reason(code, text),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Step changed(Step step) {
        return new Step(
                step.id(),
                step.key(),
                step.ensure(),
                step.action(),
                step.route(),
                step.reason(),
                List.of(
                        new Change("com.apple.dock", "orientation", Change.Kind.CHANGED),
                        new Change("com.apple.dock", "tilesize", Change.Kind.ADDED)),
                step.delivery(),
                step.repeats(),
                step.copy(),
                step.error());
    }

    private static OutcomeInfo outcome(String step, Result.Outcome outcome, String text, Optional<ErrorInfo> error) {
        return new OutcomeInfo(step, outcome, "2026-03-01T12:00:00Z", "COMMAND-1", text, error);
    }
}
