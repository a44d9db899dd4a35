// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.profile.Profile;
import dev.cmdm.simulator.profile.ProfileReader;
import dev.cmdm.simulator.profile.UnusableProfileException;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * configuration_profiles: what a team's hosts, or those of them with certain labels, are to have (documentation, "OS settings"; words of the refusals from
 * server/service/apple_mdm.go). Some releases answer 400 to a profile that is refused, this one 422 as the
 * documentation of others has it.
 */
final class ProfilesEndpoint {
    private static final int LARGEST = 1024 * 1024;
    private static final Set<String> OWN_IDENTIFIERS =
            Set.of("com.fleetdm.fleet.mdm.filevault", "com.fleetdm.fleetd.config", "com.fleetdm.caroot");
    private static final Set<String> FILE_VAULT =
            Set.of("com.apple.MCX.FileVault2", "com.apple.security.FDERecoveryKeyEscrow");

    private final TeamProfiles profiles;
    private final Hosts hosts;
    private final HostProfiles states;
    private final ScopeReader scopes;

    ProfilesEndpoint(TeamProfiles profiles, Hosts hosts, HostProfiles states, ScopeReader scopes) {
        this.profiles = profiles;
        this.hosts = hosts;
        this.states = states;
        this.scopes = scopes;
    }

    Reply add(Request request) {
        var form = Multipart.find(request);
        if (form.isEmpty()) {
            return FleetReplies.badRequest("failed to parse multipart form");
        }
        var content = form.get()
                .part("profile")
                .filter(bytes -> form.get().fileNames().containsKey("profile"));
        var team =
                form.get().text("team_id").or(() -> form.get().text("fleet_id")).orElse("0");
        if (content.isEmpty() || !team.matches("[0-9]{1,9}")) {
            return FleetReplies.badRequest(
                    content.isEmpty() ? "no file headers for profile" : "failed to decode team_id in multipart form");
        }
        return ScopeReader.findContradiction(form.get())
                .orElseGet(() -> add(form.get(), content.get(), Integer.parseInt(team)));
    }

    Reply list(Request request) {
        int team = Integer.parseInt(request.findParameter("team_id")
                .filter(id -> id.matches("[0-9]{1,9}"))
                .orElse("0"));
        if (!hosts.hasTeam(team)) {
            return FleetReplies.notFound("Team " + team);
        }
        var body = GoJson.object();
        var listed = body.putArray("profiles");
        var page = Page.of(request);
        var all = profiles.ofTeam(team).stream()
                .sorted(Comparator.comparing(TeamProfile::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        page.of(all).forEach(profile -> listed.add(profile.json()));
        page.describe(all, body.putObject("meta"));
        return FleetReplies.json(200, body);
    }

    Reply show(String uuid, boolean content) {
        return profiles.find(uuid)
                .map(profile -> content
                        ? Reply.of(200, "application/octet-stream", profile.content())
                        : FleetReplies.json(200, profile.json()))
                .orElseGet(() -> unknown(uuid));
    }

    Reply delete(String uuid) {
        var profile = profiles.find(uuid);
        if (profile.isEmpty()) {
            return unknown(uuid);
        }
        profiles.remove(profile.get());
        reconcile(profile.get().team());
        return FleetReplies.done();
    }

    private Reply add(Multipart form, byte[] content, int team) {
        if (!hosts.hasTeam(team)) {
            return FleetReplies.notFound("Team " + team);
        }
        if (content.length > LARGEST) {
            return FleetReplies.invalid(422, "profile", "maximum configuration profile file size is 1 MB");
        }
        try {
            var profile = ProfileReader.read(content);
            return findRefusal(profile)
                    .or(() -> scopes.findRefusal(form))
                    .or(() -> findConflict(profile, team))
                    .or(() -> FleetReplies.findTooLong("identifier", profile.identifier()))
                    .or(() -> FleetReplies.findTooLong("name", name(profile)))
                    .orElseGet(() -> stored(profile, content, team, scopes.read(form)));
        } catch (UnusableProfileException e) {
            return FleetReplies.invalid(422, "profile", "failed to parse config profile: " + e.getMessage());
        }
    }

    private Reply stored(Profile profile, byte[] content, int team, LabelScope scope) {
        var stored = profiles.add(team, name(profile), profile.identifier(), content, scope);
        reconcile(team);
        return FleetReplies.json(200, GoJson.object().put("profile_uuid", stored.uuid()));
    }

    private Optional<Reply> findRefusal(Profile profile) {
        if (name(profile).isEmpty()) {
            return refusal("failed to parse config profile: empty PayloadDisplayName in profile");
        }
        if (OWN_IDENTIFIERS.contains(profile.identifier())) {
            return refusal("payload identifier " + profile.identifier() + " is not allowed");
        }
        return FILE_VAULT.stream().anyMatch(profile::holds)
                ? refusal("Couldn't add. The configuration profile can't include FileVault settings.")
                : Optional.empty();
    }

    private Optional<Reply> findConflict(Profile profile, int team) {
        for (var other : profiles.ofTeam(team)) {
            if (other.name().equals(name(profile))) {
                return conflict("Couldn't upload. A configuration profile with this name already exists.");
            }
            if (other.identifier().equals(profile.identifier())) {
                return conflict(
                        "Couldn't upload. A configuration profile with this identifier (PayloadIdentifier) already exists.");
            }
        }
        return Optional.empty();
    }

    private void reconcile(int team) {
        hosts.ofTeam(team).forEach(host -> states.reconcile(host.uuid()));
    }

    private static String name(Profile profile) {
        return profile.names().displayName().orElse("");
    }

    private static Optional<Reply> refusal(String reason) {
        return Optional.of(FleetReplies.invalid(422, "profile", reason));
    }

    private static Optional<Reply> conflict(String reason) {
        return Optional.of(FleetReplies.invalid(409, "profile", reason));
    }

    private static Reply unknown(String uuid) {
        return FleetReplies.notFound("MDMAppleConfigProfile \"" + uuid + "\"");
    }
}
