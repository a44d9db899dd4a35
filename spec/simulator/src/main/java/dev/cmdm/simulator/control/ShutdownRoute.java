// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** {@code POST /shutdown}: ends the program, after the answer. */
record ShutdownRoute(Executor workers, Runnable shutdown) implements Routes {
    @Override
    public Optional<Reply> answer(String method, List<String> path, String body) {
        if (!method.equals("POST") || !path.equals(List.of("shutdown"))) {
            return Optional.empty();
        }
        workers.execute(shutdown);
        return Optional.of(Reply.ok(Map.of("ending", true)));
    }
}
