// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** MDMDirector, a layer of desired state above MicroMDM. */
@NullMarked
package dev.cmdm.mdm.mdmdirector;

import org.jspecify.annotations.NullMarked;
