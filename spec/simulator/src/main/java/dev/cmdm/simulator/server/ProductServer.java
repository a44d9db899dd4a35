// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.util.Optional;

/** What is particular to one product: its paths and its answers. */
public interface ProductServer {
    /** Path of the check-in endpoint. */
    String checkInPath();

    /** Path of the endpoint where Macs report and fetch commands. */
    String connectPath();

    /** Whether a request with this path comes from a Mac, not from a caller of the API. */
    default boolean isForMacs(String path) {
        return path.equals(checkInPath()) || path.equals(connectPath());
    }

    /** The kind of this API request. */
    Operation operationOf(Request request);

    /** The command that this API request brings, if it brings a readable one. */
    Optional<Command> findCommand(Request request);

    /** Does what the request asks for; nothing means that the server breaks off without an answer. */
    Optional<Reply> answer(Request request);

    /**
     * Does what the control API asks of this product alone, such as {@code PUT quota}; nothing when it knows no such
     * thing.
     *
     * @param what method and last segment of the path
     * @return what becomes the JSON of the answer
     */
    default Optional<Object> control(String what, Fields fields) {
        return Optional.empty();
    }

    /** How many requests at once are not too many for it; more are noted in the log. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** The XML enrollment profile of a server at this base URL. */
    byte[] enrollmentProfile(URI base);
}
