// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Workspace ONE UEM as its documentation, its vendor's client library and scripts in use describe it; nobody recorded one. */
@NullMarked
package dev.cmdm.simulator.server.workspaceone;

import org.jspecify.annotations.NullMarked;
