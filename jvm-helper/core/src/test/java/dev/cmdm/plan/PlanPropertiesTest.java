// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ProfileKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every plan, whatever is declared and whatever stands on the Mac. */
class PlanPropertiesTest {
    /** More are worth their time after a change: {@code -Dcmdm.plans=200000}. */
    private static final int PLANS = Integer.getInteger("cmdm.plans", 1000);

    private static final int ROUNDS = 6;

    @Test
    void theSameInputInAnyOrderGivesTheSamePlan() {
        each((seed, input) -> {
            Plan plan = Planner.plan(input);
            assertThat(Planner.plan(input).digest()).as("seed %d", seed).isEqualTo(plan.digest());
            assertThat(Planner.plan(Scenario.reversed(input)).steps())
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("delivery", "error")
                    .isEqualTo(plan.steps());
        });
    }

    @Test
    void noPlanTouchesAnEnrollmentProfile() {
        each((seed, input) -> changing(Planner.plan(input)).forEach(step -> {
            boolean enrolls = input.installed()
                    .find(step.key().orElseThrow())
                    .filter(InstalledProfile::isEnrollment)
                    .isPresent();
            assertThat(enrolls).as("seed %d: %s", seed, step).isFalse();
        }));
    }

    @Test
    void noPlanRemovesWhatIsNeitherDeclaredNorReplacedNorOwned() {
        each((seed, input) -> undeclared(Planner.plan(input)).forEach(step -> {
            ProfileKey key = step.key().orElseThrow();
            Optional<Record> record = input.findRecord(key);
            String prefix = input.desired().prefix().orElseThrow().value();
            boolean owned = record.map(
                            known -> known.owner().equals(input.desired().owner()))
                    .orElseGet(() -> key.identifier().value().startsWith(prefix + ".")
                            && key.user().isEmpty());
            assertThat(owned).as("seed %d: %s", seed, step).isTrue();
            assertThat(input.policy().keep()).as("seed %d", seed).doesNotContain(key.identifier());
        }));
    }

    @Test
    void noPlanTakesMoreThanTheLimit() {
        each((seed, input) -> {
            long going = undeclared(Planner.plan(input)).size();
            assertThat(going == 0
                            || going + input.policy().removalsBefore()
                                    <= input.policy().removalLimit())
                    .as("seed %d", seed)
                    .isTrue();
        });
    }

    @Test
    void aPlanCarriedOutByAFaithfulMacLeavesNothingToDo() {
        each((seed, input) -> {
            PlanInput after = new Faithful(input).input();
            Plan plan = Planner.plan(after);
            for (int round = 0; round < ROUNDS; round++) {
                after = new Faithful(after).carriedOut(plan);
                plan = Planner.plan(after);
            }
            assertThat(plan.changes()).as("seed %d: %s", seed, plan.steps()).isFalse();
            boolean blocked = plan.steps().stream().anyMatch(step -> step.action() == Action.BLOCKED);
            assertThat(plan.steps())
                    .as("seed %d", seed)
                    .allMatch(step -> step.action() == Action.KEEP
                            || step.action() == Action.BLOCKED
                            || blocked && step.action() == Action.WAIT);
        });
    }

    private interface Property {
        void check(long seed, PlanInput input);
    }

    private static void each(Property property) {
        LongStream.range(0, PLANS).forEach(seed -> property.check(seed, new RandomInput(seed).draw()));
    }

    private static List<Step> changing(Plan plan) {
        return plan.steps().stream().filter(step -> step.action().changes()).toList();
    }

    private static List<Step> undeclared(Plan plan) {
        return changing(plan).stream()
                .filter(step -> step.reason().code() == ReasonCode.NO_LONGER_DECLARED)
                .toList();
    }

    /** A Mac that does at once what it is asked for, and the records of it. */
    private static final class Faithful {
        private static final String DATE = "2026-03-01 12:00:00 +0000";

        private final PlanInput before;
        private final Map<ProfileKey, InstalledProfile> there = new LinkedHashMap<>();
        private final Map<ProfileKey, Record> records = new LinkedHashMap<>();
        private Contact contact;

        Faithful(PlanInput before) {
            this.before = before;
            this.contact = before.contact();
            before.installed().profiles().forEach(profile -> there.put(profile.key(), profile));
            before.records().forEach(known -> records.put(known.key(), known));
        }

        PlanInput carriedOut(Plan plan) {
            if (changing(plan).stream().anyMatch(step -> step.route() == Route.MDM)) {
                contact = new Contact(contact.enrolledAt(), Optional.of(before.now()));
            }
            plan.steps()
                    .forEach(step -> step.delivery().ifPresentOrElse(sent -> deliver(step, sent), () -> remove(step)));
            return input();
        }

        private void deliver(Step step, Step.Delivery sent) {
            ProfileKey key = step.key().orElseThrow();
            if (step.action().changes()) {
                there.put(key, new InstalledProfile(key, sent.form().uuid(), origin(step), DATE, "", payloads(key)));
            }
            InstalledProfile now = there.get(key);
            records.put(
                    key,
                    new Record(
                            key,
                            now.uuid(),
                            sent.fingerprint(),
                            now.installDate(),
                            before.desired().owner(),
                            before.now(),
                            now.origin()));
        }

        private void remove(Step step) {
            if (step.action().changes()) {
                there.remove(step.key().orElseThrow());
                records.remove(step.key().orElseThrow());
            }
        }

        private static Origin origin(Step step) {
            return step.route() == Route.LOCAL ? Origin.LOCAL : Origin.MDM;
        }

        private List<InstalledPayload> payloads(ProfileKey key) {
            return before.prepared().stream()
                    .filter(prepared ->
                            prepared.desired().key().filter(key::equals).isPresent())
                    .flatMap(prepared -> prepared.desired().findProfile().stream())
                    .flatMap(read -> read.profile().payloads().stream())
                    .map(payload -> new InstalledPayload(Payloads.type(payload), "", "", PlistValue.Dict.empty()))
                    .toList();
        }

        /** As it is now, with nothing pending and no hole open. */
        PlanInput input() {
            return new PlanInput(
                    before.desired(),
                    before.prepared(),
                    new Installed(
                            List.copyOf(there.values()),
                            before.installed().whole(),
                            before.installed().originsRead()),
                    before.device(),
                    before.server(),
                    List.of(),
                    List.copyOf(records.values()),
                    new Migrations(List.of(), List.of(), before.migrations().probe()),
                    before.policy(),
                    contact,
                    before.now());
        }
    }
}
