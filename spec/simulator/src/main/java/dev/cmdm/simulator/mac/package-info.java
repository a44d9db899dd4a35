// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** A simulated Mac: its profile store, its rules, its check-ins. */
@NullMarked
package dev.cmdm.simulator.mac;

import org.jspecify.annotations.NullMarked;
