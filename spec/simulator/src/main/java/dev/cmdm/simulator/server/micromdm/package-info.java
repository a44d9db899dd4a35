// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** MicroMDM as it was recorded, with its built-in queue. */
@NullMarked
package dev.cmdm.simulator.server.micromdm;

import org.jspecify.annotations.NullMarked;
