// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Property-list values and their bytes. */
@NullMarked
package dev.cmdm.plist;

import org.jspecify.annotations.NullMarked;
