// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** The control API. */
@NullMarked
package dev.cmdm.simulator.control;

import org.jspecify.annotations.NullMarked;
