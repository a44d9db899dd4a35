// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Simulated MDM servers: MicroMDM, NanoMDM, NanoHUB and Jamf Pro, on loopback, with the answers and the quirks that were recorded or documented of the real ones. */
@NullMarked
package dev.cmdm.simulator.server;

import org.jspecify.annotations.NullMarked;
