// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** MDMDirector: the desired state that it keeps above a MicroMDM, its answers and its quirks. */
@NullMarked
package dev.cmdm.simulator.server.mdmdirector;

import org.jspecify.annotations.NullMarked;
