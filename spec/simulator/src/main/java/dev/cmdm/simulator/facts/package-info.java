// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** What is known of Apple's tools, as data: each text and number with its id, releases and source. */
@NullMarked
package dev.cmdm.simulator.facts;

import org.jspecify.annotations.NullMarked;
