// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Configuration profiles as a Mac opens them. */
@NullMarked
package dev.cmdm.simulator.profile;

import org.jspecify.annotations.NullMarked;
