// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** NanoMDM as it was recorded, on its file storage and on PostgreSQL, and NanoHUB, which has the same API elsewhere. */
@NullMarked
package dev.cmdm.simulator.server.nanomdm;

import org.jspecify.annotations.NullMarked;
