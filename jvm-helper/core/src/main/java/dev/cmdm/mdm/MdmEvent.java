// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.Optional;

/**
 * What a server says that a Mac told it, by itself and once. Whoever sends it proves nothing by that. For a relay, which
 * a server can reach.
 */
public sealed interface MdmEvent {
    /** The Mac, as the server spells its UDID. */
    String udid();

    /** When a Mac answered a command. */
    record Answered(String udid, String commandUuid, CommandResult result, Optional<ServerProfiles> profiles)
            implements MdmEvent {}

    /** When a Mac asked for commands and had nothing to answer. */
    record Idle(String udid) implements MdmEvent {}

    /** When a Mac begins to enroll: what was queued for it is gone. */
    record Enrolling(String udid, Optional<String> serial) implements MdmEvent {}

    /** When a Mac can be woken from now on. */
    record Reachable(String udid) implements MdmEvent {}

    /** When a Mac left. */
    record Left(String udid) implements MdmEvent {}

    /** When a Mac told what cmdm has no use for. */
    record Other(String udid, String topic) implements MdmEvent {}
}
