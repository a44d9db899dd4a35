// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps hosts as their teams want them. What Fleet did itself is matched by identifier; what a raw command installed is
 * none of its business (whether the real Fleet leaves that alone is unconfirmed). The states are those of the
 * documentation: pending when asked for, verifying when the Mac acknowledged, verified when osquery saw it, which here
 * happens a moment later, failed with the error chain. A failed one is not tried again.
 */
final class HostProfiles {
    private final Map<String, Map<String, HostProfile>> byHost = new HashMap<>();
    private final Hosts hosts;
    private final TeamProfiles teams;
    private final FleetCommands commands;
    private final ScheduledExecutorService scheduler;
    private final Duration delay;
    private final Ids ids;

    HostProfiles(
            Hosts hosts,
            TeamProfiles teams,
            FleetCommands commands,
            ScheduledExecutorService scheduler,
            Duration delay,
            Ids ids) {
        this.hosts = hosts;
        this.teams = teams;
        this.commands = commands;
        this.scheduler = scheduler;
        this.delay = delay;
        this.ids = ids;
    }

    synchronized List<HostProfile> of(String udid) {
        return new ArrayList<>(states(udid).values());
    }

    /** Asks for what the host's team has and the host lacks, and for the removal of what its team has no more. */
    synchronized void reconcile(String udid) {
        var host = hosts.find(udid).filter(Host::isManaged);
        if (host.isEmpty()) {
            return;
        }
        var wanted = new LinkedHashMap<String, TeamProfile>();
        teams.ofTeam(host.get().team()).forEach(profile -> wanted.put(profile.identifier(), profile));
        states(udid).values().stream()
                .filter(state ->
                        state.isInstall() && !wanted.containsKey(state.profile().identifier()))
                .toList()
                .forEach(state -> ask(udid, state.profile(), "remove"));
        wanted.values().stream()
                .filter(profile -> !isAskedFor(udid, profile))
                .forEach(profile -> ask(udid, profile, "install"));
    }

    /** Forgets what a host had that enrolls again or leaves. */
    synchronized void forget(String udid) {
        byHost.remove(udid);
    }

    synchronized void reported(Report report) {
        states(report.udid()).values().stream()
                .filter(state -> state.commandUuid().equals(report.commandUuid()))
                .toList()
                .forEach(state -> reported(report, state));
    }

    private void reported(Report report, HostProfile state) {
        switch (report.status()) {
            case "Acknowledged" -> acknowledged(report.udid(), state);
            case "Error", "CommandFormatError" ->
                put(report.udid(), state.now("failed", ErrorChain.words(report.raw())));
            default -> put(report.udid(), state.now("pending", ""));
        }
    }

    private void acknowledged(String udid, HostProfile state) {
        if (state.isInstall()) {
            var verifying = state.now("verifying", "");
            put(udid, verifying);
            later(() -> verify(udid, verifying));
        } else {
            states(udid).remove(state.profile().identifier());
        }
    }

    private synchronized void verify(String udid, HostProfile verifying) {
        states(udid).replace(verifying.profile().identifier(), verifying, verifying.now("verified", ""));
    }

    private boolean isAskedFor(String udid, TeamProfile profile) {
        var state = states(udid).get(profile.identifier());
        return state != null && state.isInstall() && state.profile().uuid().equals(profile.uuid());
    }

    private void ask(String udid, TeamProfile profile, String operation) {
        var state = HostProfile.pending(profile, operation, ids.uuid());
        put(udid, state);
        Command command = state.isInstall()
                ? commands.install(state.commandUuid(), profile.content())
                : commands.remove(state.commandUuid(), profile.identifier());
        later(() -> commands.send(udid, command));
    }

    private void put(String udid, HostProfile state) {
        states(udid).put(state.profile().identifier(), state);
    }

    private Map<String, HostProfile> states(String udid) {
        return byHost.computeIfAbsent(udid, unknown -> new LinkedHashMap<>());
    }

    private void later(Runnable task) {
        var unused = scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
