// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Fleet as its documentation and its source describe it: nobody recorded one. */
@NullMarked
package dev.cmdm.simulator.server.fleet;

import org.jspecify.annotations.NullMarked;
