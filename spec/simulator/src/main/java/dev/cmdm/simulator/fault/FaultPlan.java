// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to come at one server; each is used up by the requests it struck. */
public final class FaultPlan {
    private final List<FaultRule> rules = new ArrayList<>();

    /** Forgets what was planned and plans these. */
    public synchronized void replace(List<FaultRule> next) {
        rules.clear();
        rules.addAll(next);
    }

    /** What is still to come, in order. */
    public synchronized List<FaultRule> remaining() {
        return List.copyOf(rules);
    }

    /** Takes the first fault that meets this operation; each call uses one strike up. */
    public synchronized Optional<Fault> take(Operation operation) {
        for (int at = 0; at < rules.size(); at++) {
            var rule = rules.get(at);
            if (rule.meets(operation)) {
                useUp(at, rule);
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    private void useUp(int at, FaultRule rule) {
        if (rule.times() == 1) {
            rules.remove(at);
        } else {
            rules.set(at, new FaultRule(rule.on(), rule.times() - 1, rule.fault()));
        }
    }
}
