// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.util.List;
import java.util.Optional;

/**
 * The decision.
 *
 * @param digest hex, changes when any step does; what people approved can be told from what is now true
 * @param steps first what goes, then what changes, comes, waits, is blocked, and stays; each group by identifier
 */
public record Plan(String digest, List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** The step with an id, or nothing. */
    public Optional<Step> find(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Whether any step changes the Mac. */
    public boolean changes() {
        return steps.stream().anyMatch(step -> step.action().changes());
    }
}
