// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that closes a way.
 *
 * @param code the reason for which a step is blocked when nothing else closes any way by MDM
 * @param what it is, as a clause
 * @param advice what to do; empty when nothing can be done
 */
record Obstacle(ReasonCode code, String what, String advice) {
    private static final String BETWEEN = "; also ";

    Obstacle(String what, String advice) {
        this(ReasonCode.NO_ROUTE, what, advice);
    }

    static String withAdvice(List<Obstacle> obstacles) {
        return obstacles.stream()
                .map(found -> found.advice.isEmpty() ? found.what : found.what + "; " + found.advice)
                .collect(Collectors.joining(BETWEEN));
    }

    static String withoutAdvice(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::what).collect(Collectors.joining(" and "));
    }
}
