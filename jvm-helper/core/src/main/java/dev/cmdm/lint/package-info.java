// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Findings on one profile and between profiles; pure. */
@NullMarked
package dev.cmdm.lint;

import org.jspecify.annotations.NullMarked;
