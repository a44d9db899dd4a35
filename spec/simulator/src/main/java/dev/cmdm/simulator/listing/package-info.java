// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** What the profiles tool prints, rewritten at each change of a Mac. */
@NullMarked
package dev.cmdm.simulator.listing;

import org.jspecify.annotations.NullMarked;
