// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** The certificate authority of a simulated server, the identities it issues to Macs, and their Mdm-Signature. */
@NullMarked
package dev.cmdm.simulator.identity;

import org.jspecify.annotations.NullMarked;
