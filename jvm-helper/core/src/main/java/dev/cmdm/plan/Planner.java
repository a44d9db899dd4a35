// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Content;
import dev.cmdm.desired.Ensure;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what happens to each profile. A pure function: the same input gives the same plan, and the
 * order in which profiles are declared or installed changes nothing but the order of sending.
 */
public final class Planner {
    private static final Comparator<Step> READING_ORDER = (one, other) -> one.action() == other.action()
            ? one.id().compareTo(other.id())
            : one.action().compareTo(other.action());

    private final PlanInput input;
    private final Steps steps = new Steps();

    private Planner(PlanInput input) {
        this.input = input;
    }

    /** The plan for an input. */
    public static Plan plan(PlanInput input) {
        return new Planner(input).plan();
    }

    private Plan plan() {
        Set<ProfileKey> twice = declaredTwice();
        List<Step> decided = new ArrayList<>();
        for (Prepared prepared : input.prepared()) {
            decided.add(decide(prepared, twice));
        }
        decided.addAll(new Successors(input, decided).steps());
        decided.addAll(new Interrupted(input).undeclared(decided));
        new ProbeRule(input).findStep(decided).ifPresent(decided::add);
        decided.addAll(new Undeclared(input, decided).steps());
        decided.addAll(new Superseded(input, decided).steps());
        decided.replaceAll(new DeferralRule(input)::over);
        decided.sort(READING_ORDER);
        return new Plan(Digest.of(decided), decided);
    }

    private Step decide(Prepared prepared, Set<ProfileKey> twice) {
        if (prepared.desired().key().filter(twice::contains).isPresent()) {
            return steps.declaredTwice(prepared.desired());
        }
        if (prepared.desired().key().isEmpty() && prepared.desired().content() instanceof Content.Broken broken) {
            return steps.broken(prepared.desired(), broken.error());
        }
        return prepared.desired().ensure() == Ensure.ABSENT
                ? new AbsentRule(input).decide(prepared.desired())
                : new PresentRule(input).decide(prepared);
    }

    private Set<ProfileKey> declaredTwice() {
        Set<ProfileKey> once = new HashSet<>();
        Set<ProfileKey> twice = new HashSet<>();
        for (Prepared prepared : input.prepared()) {
            prepared.desired().key().filter(key -> !once.add(key)).ifPresent(twice::add);
        }
        return twice;
    }
}
