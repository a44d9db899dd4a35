// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** Workspace ONE UEM, formerly AirWatch: custom commands, and profiles as objects of its own. */
@NullMarked
package dev.cmdm.mdm.workspaceone;

import org.jspecify.annotations.NullMarked;
