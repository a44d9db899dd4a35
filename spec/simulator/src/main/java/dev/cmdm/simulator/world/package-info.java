// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** The world file, and the program that runs what it describes. */
@NullMarked
package dev.cmdm.simulator.world;

import org.jspecify.annotations.NullMarked;
