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
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps hosts as their teams want them (server/service/apple_mdm.go, ReconcileAppleProfiles). What Fleet did itself is matched by identifier; what a raw command installed is
 * none of its business (whether the real Fleet leaves that alone is unconfirmed). The states are those of the
 * documentation: pending when asked for, verifying when the Mac acknowledged, verified when osquery saw it, which here
 * happens a moment later, failed with the error chain. A failed one is not tried again.
 */
final class HostProfiles {
    private static final String NOT_THERE = "MDMClientError (89)";

    private final Map<String, Map<String, HostProfile>> byHost = new HashMap<>();
    private final Hosts hosts;
    private final TeamProfiles teams;
    private final Labels labels;
    private final FleetCommands commands;
    private final ScheduledExecutorService scheduler;
    private final Duration delay;
    private final Ids ids;

    HostProfiles(
            Hosts hosts,
            TeamProfiles teams,
            Labels labels,
            FleetCommands commands,
            ScheduledExecutorService scheduler,
            Duration delay,
            Ids ids) {
        this.hosts = hosts;
        this.teams = teams;
        this.labels = labels;
        this.commands = commands;
        this.scheduler = scheduler;
        this.delay = delay;
        this.ids = ids;
    }

    synchronized List<HostProfile> of(String udid) {
        return new ArrayList<>(states(udid).values());
    }

    /** Asks for what the host is to have and lacks, and for the removal of what it is not to have any more. */
    void reconcile(String udid) {
        settle(udid, this::later);
    }

    /** Does so at Fleet's next look at its hosts, before which a change of labels shows nowhere. */
    void reconcileLater(String udid) {
        later(() -> settle(udid, Runnable::run));
    }

    /** Sends it again. */
    synchronized void resend(String udid, TeamProfile profile) {
        install(udid, profile, this::later);
    }

    private synchronized void settle(String udid, Executor sending) {
        var host = hosts.find(udid).filter(Host::isManaged);
        if (host.isEmpty()) {
            return;
        }
        var wanted = teams.of(host.get().team(), labels.of(host.get().uuid()));
        var identifiers = wanted.stream().map(TeamProfile::identifier).toList();
        states(udid).values().stream()
                .filter(state -> state.isInstall()
                        && !identifiers.contains(state.profile().identifier()))
                .toList()
                .forEach(state -> takeAway(udid, state, sending));
        wanted.stream()
                .filter(profile -> !isAskedFor(udid, profile))
                .forEach(profile -> install(udid, profile, sending));
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
            case "Error", "CommandFormatError" -> refused(report.udid(), state, ErrorChain.words(report.raw()));
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

    private void refused(String udid, HostProfile state, String words) {
        boolean gone = !state.isInstall() && (!state.certain() || words.contains(NOT_THERE));
        if (gone) {
            states(udid).remove(state.profile().identifier());
        } else {
            put(udid, state.now("failed", words));
        }
    }

    private synchronized void verify(String udid, HostProfile verifying) {
        states(udid).replace(verifying.profile().identifier(), verifying, verifying.now("verified", ""));
    }

    private boolean isAskedFor(String udid, TeamProfile profile) {
        var state = states(udid).get(profile.identifier());
        return state != null && state.isInstall() && state.profile().uuid().equals(profile.uuid());
    }

    private void install(String udid, TeamProfile profile, Executor sending) {
        var state = HostProfile.install(profile, ids.uuid());
        ask(udid, state, commands.install(state.commandUuid(), profile.content()), sending);
    }

    /** What failed to come is only forgotten; what is on its way is called back and removed all the same. */
    private void takeAway(String udid, HostProfile state, Executor sending) {
        if (state.status().equals("failed")) {
            states(udid).remove(state.profile().identifier());
            return;
        }
        commands.withdraw(udid, state.commandUuid());
        var removal = state.removal(ids.uuid());
        ask(
                udid,
                removal,
                commands.remove(removal.commandUuid(), state.profile().identifier()),
                sending);
    }

    private void ask(String udid, HostProfile state, Command command, Executor sending) {
        put(udid, state);
        sending.execute(() -> send(udid, state, command));
    }

    /** Sends it, unless something else was asked for meanwhile. */
    private synchronized void send(String udid, HostProfile state, Command command) {
        if (states(udid).containsValue(state)) {
            commands.send(udid, command);
        }
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
