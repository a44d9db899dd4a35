// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** HTTP, JSON and property lists as servers written in Go put them on the wire. */
@NullMarked
package dev.cmdm.simulator.wire;

import org.jspecify.annotations.NullMarked;
