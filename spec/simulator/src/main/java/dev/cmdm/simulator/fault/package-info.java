// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** What goes wrong on demand at a simulated server. */
@NullMarked
package dev.cmdm.simulator.fault;

import org.jspecify.annotations.NullMarked;
