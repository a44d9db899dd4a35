// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.fault.FaultPlan;
import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.json.Fields;
import java.net.URI;
import java.util.Optional;

/** A running MDM server that Macs enroll with and that callers of its API command them through. */
public interface SimulatedServer extends AutoCloseable {
    /** The server's name in the world file. */
    String name();

    /** The base of its API, without a trailing slash. */
    URI url();

    /** Where Macs send Authenticate, TokenUpdate and CheckOut. */
    URI checkInUrl();

    /** Where Macs report results and fetch commands. */
    URI serverUrl();

    /** The topic of its push certificate; empty for a MicroMDM that has none. */
    String topic();

    /** The XML profile with a com.apple.mdm payload that makes a Mac one of this server's. */
    byte[] enrollmentProfile();

    /** A new identity for the Mac of this name, as the server's SCEP service would issue it. */
    DeviceIdentity issueIdentity(String computerName);

    /** What is to go wrong at its API. */
    FaultPlan faults();

    /**
     * Does what the control API asks of this product alone; nothing when it knows no such thing.
     *
     * @param what method and last segment of the path, such as {@code PUT quota}
     */
    default Optional<Object> control(String what, Fields fields) {
        return Optional.empty();
    }

    /** What was asked of its API so far. */
    RequestLog requests();

    /** Stops listening; requests in progress are cut off. */
    @Override
    void close();
}
