// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.Request;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a list that a request asks for; without page and per_page it is the whole list.
 *
 * @param number counted from 0
 */
record Page(int number, int size) {
    private static final int USUAL_SIZE = 20;

    static Page of(Request request) {
        boolean all = request.findParameter("page").isEmpty();
        return new Page(number(request, "page", 0), number(request, "per_page", all ? Integer.MAX_VALUE : USUAL_SIZE));
    }

    <T> List<T> of(List<T> list) {
        return list.stream().skip((long) number * size).limit(size).toList();
    }

    /** Tells whether there are pages after and before this one. */
    void describe(List<?> list, ObjectNode meta) {
        meta.put("has_next_results", (number + 1L) * size < list.size()).put("has_previous_results", number > 0);
    }

    private static int number(Request request, String parameter, int otherwise) {
        return request.findParameter(parameter)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
