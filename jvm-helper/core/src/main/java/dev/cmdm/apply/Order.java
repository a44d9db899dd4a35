// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.plan.Action;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps that change something, in the order in which they are carried out. */
final class Order {
    private final Task task;

    Order(Task task) {
        this.task = task;
    }

    /** What comes by a way, as declared. */
    List<Step> installs(Route route) {
        return coming(route, step -> step.action() != Action.MIGRATE);
    }

    /** What comes by MDM in place of a local copy, as declared. */
    List<Step> migrations() {
        return coming(Route.MDM, step -> step.action() == Action.MIGRATE);
    }

    private List<Step> coming(Route route, Predicate<Step> which) {
        return changing(route)
                .filter(step -> step.delivery().isPresent())
                .filter(which)
                .sorted(Comparator.comparingInt(this::place))
                .toList();
    }

    /** What goes by a way; nothing of it may be carried out before what comes, by whichever way. */
    List<Step> removals(Route route) {
        return changing(route).filter(step -> step.delivery().isEmpty()).toList();
    }

    private Stream<Step> changing(Route route) {
        return task.plan().steps().stream().filter(step -> step.action().changes() && step.route() == route);
    }

    private int place(Step step) {
        for (int at = 0; at < task.desired().profiles().size(); at++) {
            if (task.desired().profiles().get(at).key().equals(step.key())) {
                return at;
            }
        }
        return Integer.MAX_VALUE;
    }
}
