// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.identity.CertificateAuthority;
import dev.cmdm.simulator.server.fleet.Fleet;
import dev.cmdm.simulator.server.jamf.JamfPro;
import dev.cmdm.simulator.server.mdmdirector.MdmDirector;
import dev.cmdm.simulator.server.micromdm.MicroMdm;
import dev.cmdm.simulator.server.nanomdm.NanoMdm;
import dev.cmdm.simulator.server.workspaceone.WorkspaceOne;

/** Starts servers. */
public final class SimulatedServers {
    private SimulatedServers() {}

    /**
     * Starts a server on loopback; it listens when this returns.
     *
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public static SimulatedServer start(ServerSettings settings, ServerSurroundings around, RequestLog log) {
        return switch (settings.product()) {
            case MICROMDM -> {
                var authority = CertificateAuthority.create("MicroMDM", around.clock(), around.random());
                yield new RunningServer(settings, new MicroMdm(settings, around), authority, around, log);
            }
            case MDMDIRECTOR -> {
                var authority = CertificateAuthority.create("MicroMDM", around.clock(), around.random());
                yield new RunningServer(settings, new MdmDirector(settings, around), authority, around, log);
            }
            case NANOMDM_FILEKV, NANOMDM_PGSQL, NANOHUB -> {
                var authority = CertificateAuthority.create("NanoMDM", around.clock(), around.random());
                yield new RunningServer(
                        settings, NanoMdm.of(settings, around, authority.certificate()), authority, around, log);
            }
            case JAMF -> {
                var authority = CertificateAuthority.create("Jamf Pro", around.clock(), around.random());
                yield new RunningServer(settings, new JamfPro(settings, around), authority, around, log);
            }
            case FLEET -> {
                var authority = CertificateAuthority.create("Fleet", around.clock(), around.random());
                yield new RunningServer(settings, new Fleet(settings, around, authority), authority, around, log);
            }
            case WORKSPACEONE -> {
                var authority = CertificateAuthority.create("AirWatch", around.clock(), around.random());
                yield new RunningServer(
                        settings, WorkspaceOne.of(settings, around, authority.certificate()), authority, around, log);
            }
        };
    }
}
