// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Simulated MDM servers on loopback, with the answers and the quirks that were recorded of the real ones or are documented. */
@NullMarked
package dev.cmdm.simulator.server;

import org.jspecify.annotations.NullMarked;
