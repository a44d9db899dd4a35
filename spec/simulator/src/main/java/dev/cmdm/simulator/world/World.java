// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.MacSettings;
import dev.cmdm.simulator.server.ServerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the world file describes.
 *
 * @param controlPort the port of the control API; 0 for any
 */
public record World(int controlPort, List<ServerSettings> servers, List<Mac> macs) {
    /**
     * A Mac.
     *
     * @param enrollment with which server it is enrolled at the start
     * @param installed what is on it before anything happens
     * @param asUid the user id that its tools take their caller for; absent to take the real one
     */
    public record Mac(
            MacSettings settings,
            Optional<EnrolledWith> enrollment,
            List<Installed> installed,
            Optional<Integer> asUid) {}

    /** With which server a Mac is enrolled, and how. */
    public record EnrolledWith(String server, Approval approval) {}

    /**
     * A profile that is there from the start.
     *
     * @param file where its bytes are
     * @param user whose it is; empty for the computer
     */
    public record Installed(Path file, Optional<String> user) {}
}
