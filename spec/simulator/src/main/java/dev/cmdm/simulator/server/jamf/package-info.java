// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Jamf Pro: token endpoints, inventory, the Classic API of profiles and groups, and the MDM commands that follow from scopes. */
@NullMarked
package dev.cmdm.simulator.server.jamf;

import org.jspecify.annotations.NullMarked;
