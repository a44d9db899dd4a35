// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import java.util.List;
import java.util.Optional;

/** One part of the control API. */
interface Routes {
    /**
     * Answers a request, or nothing when this part has no such path.
     *
     * @param path the segments of the path
     * @param body the request's body, empty when it has none
     * @throws Exception in the ways that {@link ControlServer} turns into statuses
     */
    Optional<Reply> answer(String method, List<String> path, String body) throws Exception;
}
