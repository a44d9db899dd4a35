// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Jamf Pro, whose objects with scopes stand where others have commands; its facts are documented, none was seen. */
@NullMarked
package dev.cmdm.mdm.jamf;

import org.jspecify.annotations.NullMarked;
