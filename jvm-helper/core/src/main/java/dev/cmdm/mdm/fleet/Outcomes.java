// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.OneLine;
import dev.cmdm.mdm.Standing;
import dev.cmdm.profile.ObjectName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of deliveries. Fleet draws the ids of its commands itself and tells how each configuration profile stands on
 * a host, without times; so only the process that asked for something knows what came after. By the object's name others
 * find what is still under way or was refused.
 */
final class Outcomes {
    private static final int MOST_LINES = 10;
    private static final int LONGEST = 500;
    private static final List<String> UNTOLD = List.of("the Mac refused it and said no reason");

    private final Map<String, Asked> asked = new HashMap<>();

    /** What was asked for, and whether Fleet sends the Mac something for it. */
    private record Asked(ObjectName name, boolean removes, boolean sends) {}

    /** Remembers what was asked for under an id, if it was. */
    void remember(String commandUuid, ObjectName name, boolean removes, Delivery delivery) {
        if (delivery instanceof Delivery.Queued || delivery instanceof Delivery.Unchanged) {
            asked.put(commandUuid, new Asked(name, removes, delivery instanceof Delivery.Queued));
        }
    }

    /**
     * What the Mac made of it; nothing when that cannot be known here.
     *
     * @param look asks how the Mac is now
     */
    Optional<CommandResult> find(Inquiry inquiry, Supplier<KnownHost> look) {
        return Optional.ofNullable(asked.get(inquiry.commandUuid()))
                .map(what -> what.removes() ? removal(look.get(), what.name()) : installation(look.get(), what))
                .or(() -> inquiry.object().flatMap(name -> installation(look.get(), name)));
    }

    private static CommandResult installation(KnownHost host, Asked what) {
        return find(host, what.name())
                .filter(there -> !there.removes())
                .map(there -> switch (there.state()) {
                    case PENDING -> new CommandResult.Waiting();
                    // What an older command did proves nothing.
                    case ACKNOWLEDGED -> what.sends() ? new CommandResult.Acknowledged() : new CommandResult.Waiting();
                    case FAILED -> new CommandResult.Failed(words(there));
                })
                .orElseGet(CommandResult.Waiting::new);
    }

    /** What another process asked for, if its request arrived; that nothing follows from it shows nothing. */
    private static Optional<CommandResult> installation(KnownHost host, ObjectName name) {
        return find(host, name).filter(there -> !there.removes()).flatMap(there -> switch (there.state()) {
            case PENDING -> Optional.of(new CommandResult.Waiting());
            case ACKNOWLEDGED -> Optional.empty();
            case FAILED -> Optional.of(new CommandResult.Failed(words(there)));
        });
    }

    /** What is gone from the list of a Mac that Fleet manages is gone from the Mac. */
    private static CommandResult removal(KnownHost host, ObjectName name) {
        Optional<HostProfile> there = find(host, name);
        if (there.isEmpty() && host.standing() == Standing.ENROLLED) {
            return new CommandResult.Acknowledged();
        }
        return there.filter(HostProfile::isStuck)
                .<CommandResult>map(refused -> new CommandResult.Failed(words(refused)))
                .orElseGet(CommandResult.Waiting::new);
    }

    private static Optional<HostProfile> find(KnownHost host, ObjectName name) {
        return host.profiles().stream()
                .filter(there -> there.name().equals(name.toString()))
                // After a change of teams both may be there, the one that goes and the one that comes.
                .min(Comparator.comparing(HostProfile::removes));
    }

    /** Why the Mac refused, a line for each error. */
    static List<String> words(HostProfile there) {
        List<String> words = there.detail()
                .lines()
                .limit(MOST_LINES)
                .map(line -> OneLine.of(line, LONGEST))
                .filter(line -> !line.isEmpty())
                .toList();
        return words.isEmpty() ? UNTOLD : words;
    }
}
