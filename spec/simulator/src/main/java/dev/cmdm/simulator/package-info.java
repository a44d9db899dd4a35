// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** The simulator's command line. */
@NullMarked
package dev.cmdm.simulator;

import org.jspecify.annotations.NullMarked;
