// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** The folder of stand-ins for Apple's tools, and the socket that takes their changes. */
@NullMarked
package dev.cmdm.simulator.tools;

import org.jspecify.annotations.NullMarked;
