// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Fleet, one class per endpoint, with its quirks. */
@NullMarked
package dev.cmdm.mdm.fleet;

import org.jspecify.annotations.NullMarked;
