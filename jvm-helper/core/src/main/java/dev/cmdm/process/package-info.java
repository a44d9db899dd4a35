// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Runs a program: argument array, output limit, deadline. */
@NullMarked
package dev.cmdm.process;

import org.jspecify.annotations.NullMarked;
