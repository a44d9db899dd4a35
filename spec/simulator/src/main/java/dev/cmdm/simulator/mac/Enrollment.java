// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.server.SimulatedServer;

/**
 * The bond between a Mac and the server that manages it.
 *
 * @param identity the key by which the server knows the Mac
 * @param push where pushes to the Mac go
 */
record Enrollment(SimulatedServer server, Approval approval, DeviceIdentity identity, PushAddress push) {}
