// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** NanoMDM as it was recorded, on its file storage and on PostgreSQL. */
@NullMarked
package dev.cmdm.simulator.server.nanomdm;

import org.jspecify.annotations.NullMarked;
