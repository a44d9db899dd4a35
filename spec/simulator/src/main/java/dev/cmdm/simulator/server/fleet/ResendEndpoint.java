// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.util.Set;

/** hosts/{id}/configuration_profiles/{profile_uuid}/resend (server/service/mdm.go, ResendHostMDMProfile). */
final class ResendEndpoint {
    private static final Set<String> ON_ITS_WAY = Set.of("pending", "verifying");

    private final Hosts hosts;
    private final TeamProfiles profiles;
    private final HostProfiles states;

    ResendEndpoint(Hosts hosts, TeamProfiles profiles, HostProfiles states) {
        this.hosts = hosts;
        this.profiles = profiles;
        this.states = states;
    }

    Reply resend(int hostId, String profileUuid) {
        var host = hosts.find(hostId);
        if (host.isEmpty()) {
            return FleetReplies.notFound("Host " + hostId);
        }
        if (!profileUuid.startsWith("a")) {
            return refusal(404, "Invalid profile UUID prefix.");
        }
        if (profiles.find(profileUuid).isEmpty()) {
            return FleetReplies.notFound("MDMAppleConfigProfile \"" + profileUuid + "\"");
        }
        return states.of(host.get().uuid()).stream()
                .filter(state -> state.isInstall() && state.profile().uuid().equals(profileUuid))
                .findFirst()
                .map(state -> resend(host.get(), state))
                .orElseGet(() -> refusal(404, "Unable to match profile to host."));
    }

    private Reply resend(Host host, HostProfile state) {
        if (ON_ITS_WAY.contains(state.status())) {
            return refusal(
                    409,
                    "Couldn’t resend. Configuration profiles with “pending” or “verifying” status can’t be resent.");
        }
        states.resend(host.uuid(), state.profile());
        return FleetReplies.json(202, GoJson.object());
    }

    private static Reply refusal(int status, String reason) {
        return FleetReplies.invalid(status, "HostMDMProfile", reason);
    }
}
