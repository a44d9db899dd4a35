// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A Mac at one moment.
 *
 * @param profiles what is installed, in order
 * @param approval how it is enrolled
 * @param server where its MDM server takes reports; empty when it is not enrolled
 */
public record MacState(
        MacSettings mac, List<InstalledProfile> profiles, Approval approval, Optional<URI> server, MacFaults faults) {}
