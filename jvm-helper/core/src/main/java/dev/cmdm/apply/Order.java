// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The steps that change something, in the order in which they are carried out. */
final class Order {
    private final Task task;

    Order(Task task) {
        this.task = task;
    }

    /** Installs as declared, then removals, so that none comes before what succeeds it. */
    List<Step> byMdm() {
        List<Step> steps = new ArrayList<>(changing(Route.MDM));
        steps.sort(Comparator.comparingInt(this::place));
        return steps;
    }

    /** Removals by Apple's own tool, which come last. */
    List<Step> localRemovals() {
        return changing(Route.LOCAL).stream()
                .filter(step -> step.delivery().isEmpty())
                .toList();
    }

    private List<Step> changing(Route route) {
        return task.plan().steps().stream()
                .filter(step -> step.action().changes() && step.route() == route)
                .toList();
    }

    private int place(Step step) {
        if (step.delivery().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        for (int at = 0; at < task.desired().profiles().size(); at++) {
            if (task.desired().profiles().get(at).key().equals(step.key())) {
                return at;
            }
        }
        return Integer.MAX_VALUE - 1;
    }
}
