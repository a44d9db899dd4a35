// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Direction;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Issued;
import dev.cmdm.mdm.jamf.InventoryEndpoint.Computer;
import dev.cmdm.mdm.jamf.ProfilesEndpoint.Known;
import dev.cmdm.profile.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of deliveries. Jamf Pro draws the ids of its commands itself, so that one is found again by the Mac, the
 * object, the direction and the time; whose deliveries those were is known as long as this object lives.
 */
final class Outcomes {
    /** How far the clocks may be apart when the server did not tell its own. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String UNTOLD =
            "the Mac refused it, and Jamf Pro does not tell why; see the Mac's history there";

    private final CommandsEndpoint commands;
    private final HistoryEndpoint history;
    private final InstantSource clock;
    private final Map<String, Sent> sent = new HashMap<>();

    Outcomes(CommandsEndpoint commands, HistoryEndpoint history, InstantSource clock) {
        this.commands = commands;
        this.history = history;
        this.clock = clock;
    }

    private record Sent(Computer mac, Direction direction, String object, ObjectName name, Instant since) {}

    /** Remembers what was asked for under an id; the server's commands from the last look at the object on are its. */
    void remember(String commandUuid, Computer mac, Direction direction, Known object, ObjectName name) {
        Instant since = object.asOf().orElseGet(() -> clock.instant().minus(SLACK));
        sent.put(commandUuid, new Sent(mac, direction, object.id(), name, since));
    }

    /** The latest command, whoever asked for it. */
    Optional<Issued> findLatest(Computer mac, Direction direction, Known object) {
        return commands.findLatest(mac.managementId(), direction, object.id());
    }

    /** What the Mac made of it; nothing when it was not asked for here. */
    Optional<CommandResult> find(String commandUuid) {
        return Optional.ofNullable(sent.get(commandUuid)).map(this::result);
    }

    private CommandResult result(Sent asked) {
        return commands.findLatest(asked.mac().managementId(), asked.direction(), asked.object())
                .filter(issued -> !issued.sent().isBefore(asked.since()))
                .map(issued -> result(issued, asked))
                .orElseGet(CommandResult.Waiting::new);
    }

    private CommandResult result(Issued issued, Sent asked) {
        return switch (issued.state()) {
            case PENDING, OTHER -> new CommandResult.Waiting();
            case NOT_NOW -> new CommandResult.NotNow();
            case ACKNOWLEDGED -> new CommandResult.Acknowledged();
            case ERROR ->
                new CommandResult.Failed(List.of(history.findRefusal(
                                asked.mac().id(),
                                asked.direction(),
                                asked.name().toString())
                        .orElse(UNTOLD)));
        };
    }
}
