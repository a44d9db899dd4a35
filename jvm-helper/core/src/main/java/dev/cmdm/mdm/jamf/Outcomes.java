// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Direction;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Issued;
import dev.cmdm.mdm.jamf.InventoryEndpoint.Computer;
import dev.cmdm.mdm.jamf.ProfilesEndpoint.Known;
import dev.cmdm.profile.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What became of deliveries. Jamf Pro draws the ids of its commands itself, so that one is found again by the Mac, the
 * object, the direction and the time. An installation is found so by later processes too; of a removal only the one that
 * asked for it knows the object.
 */
final class Outcomes {
    /** How far the clocks may be apart when the server did not tell its own. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String UNTOLD =
            "the Mac refused it, and Jamf Pro does not tell why; see the Mac's history there";

    private final ProfilesEndpoint profiles;
    private final CommandsEndpoint commands;
    private final HistoryEndpoint history;
    private final InstantSource clock;
    private final Map<String, Sent> sent = new HashMap<>();
    private final Map<ObjectName, Optional<Known>> seen = new HashMap<>();
    private final Set<String> renewed = new HashSet<>();

    Outcomes(ProfilesEndpoint profiles, CommandsEndpoint commands, HistoryEndpoint history, InstantSource clock) {
        this.profiles = profiles;
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

    /** Remembers that the Mac was put out of reach so that a command brings it the object anew. */
    void renewed(String commandUuid) {
        renewed.add(commandUuid);
    }

    boolean isRenewed(String commandUuid) {
        return renewed.contains(commandUuid);
    }

    /**
     * What the Mac made of it; nothing when that cannot be known here.
     *
     * @param mac who was to do it
     */
    Optional<CommandResult> find(Inquiry inquiry, Supplier<Computer> mac) {
        return Optional.ofNullable(sent.get(inquiry.commandUuid()))
                .map(this::result)
                .or(() -> inquiry.object().flatMap(name -> installation(name, inquiry.sentAt(), mac.get())));
    }

    /** Why a Mac refused, in its own words where Jamf Pro tells them. */
    String refusal(Computer mac, Direction direction, ObjectName name) {
        return history.findRefusal(mac.id(), direction, name.toString()).orElse(UNTOLD);
    }

    /** What another process asked for, if its request arrived; that nothing follows from it shows nothing. */
    private Optional<CommandResult> installation(ObjectName name, Instant sentAt, Computer mac) {
        return mac.standing() == Standing.ENROLLED
                ? seen.computeIfAbsent(name, profiles::findNamed)
                        .map(object -> new Sent(mac, Direction.INSTALL_PROFILE, object.id(), name, sentAt.minus(SLACK)))
                        .flatMap(this::findResult)
                : Optional.empty();
    }

    private CommandResult result(Sent asked) {
        return findResult(asked).orElseGet(CommandResult.Waiting::new);
    }

    private Optional<CommandResult> findResult(Sent asked) {
        return commands.findLatest(asked.mac().managementId(), asked.direction(), asked.object())
                .filter(issued -> !issued.sent().isBefore(asked.since()))
                .map(issued -> result(issued, asked));
    }

    private CommandResult result(Issued issued, Sent asked) {
        return switch (issued.state()) {
            case PENDING, OTHER -> new CommandResult.Waiting();
            case NOT_NOW -> new CommandResult.NotNow();
            case ACKNOWLEDGED -> new CommandResult.Acknowledged();
            case ERROR -> new CommandResult.Failed(List.of(refusal(asked.mac(), asked.direction(), asked.name())));
        };
    }
}
