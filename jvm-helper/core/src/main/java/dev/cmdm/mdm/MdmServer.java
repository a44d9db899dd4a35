// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.device.Device;
import java.util.Optional;
import java.util.Set;

/** An MDM server, with its product's quirks behind it. Not for several threads; one command at a time per Mac. */
public interface MdmServer extends AutoCloseable {
    /** What this product can do. */
    Capabilities capabilities();

    /** Where it is, without any credential: {@code mdm.example.com:443}. */
    String address();

    /** Whether it answers and takes the credential. Never throws for what a server does. */
    Probe probe();

    /**
     * What it knows of a Mac.
     *
     * @throws MdmUnavailableException when it cannot be asked now
     */
    Standing standing(Device device);

    /**
     * Queues a command; never throws for what a server does.
     *
     * @param notes told of each call that changed something, where one is not enough
     */
    Delivery send(Device device, Command command, Notes notes);

    /** Queues a command where nobody keeps notes; never throws for what a server does. */
    default Delivery send(Device device, Command command) {
        return send(device, command, Notes.NONE);
    }

    /**
     * Wakes the Mac, so that it fetches what is queued; never throws for what a server does. For a relay: servers wake
     * a Mac by themselves when a command is queued.
     */
    default Delivery push(Device device) {
        return new Delivery.Refused(capabilities().product() + " wakes Macs by itself");
    }

    /**
     * What the Mac made of a command.
     *
     * @return nothing when this product does not tell
     * @throws MdmUnavailableException when it cannot be asked now
     */
    default Optional<CommandResult> findResult(Device device, Inquiry inquiry) {
        return Optional.empty();
    }

    /**
     * The Mac's profiles as the server last heard of them. For a relay and the conformance suite: on a Mac its own list
     * is read.
     *
     * @return nothing when this product does not tell
     * @throws MdmUnavailableException when it cannot be asked now
     */
    default Optional<ServerProfiles> findProfiles(Device device) {
        return Optional.empty();
    }

    /**
     * The ids of the commands that wait for a Mac.
     *
     * @return nothing when this product does not tell
     * @throws MdmUnavailableException when it cannot be asked now
     */
    Optional<Set<String>> findQueued(Device device);

    @Override
    void close();
}
