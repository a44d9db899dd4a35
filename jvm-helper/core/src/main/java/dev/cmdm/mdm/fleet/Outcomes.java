// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.OneLine;
import dev.cmdm.mdm.Standing;
import dev.cmdm.profile.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What became of deliveries. Fleet draws the ids of its commands itself and tells how each configuration profile stands on
 * a host, so that a delivery is found again by the Mac and the object's name. An installation is found so by later
 * processes too; of a removal only the one that asked for it knows the object.
 */
final class Outcomes {
    private static final int MOST_LINES = 10;
    private static final int LONGEST = 500;
    private static final List<String> UNTOLD = List.of("the Mac refused it and said no reason");

    private final Map<String, Asked> asked = new HashMap<>();

    private record Asked(ObjectName name, boolean removes) {}

    /** Remembers what is asked for under an id. */
    void remember(String commandUuid, ObjectName name, boolean removes) {
        asked.put(commandUuid, new Asked(name, removes));
    }

    /**
     * What the Mac made of it; nothing when it is about no object.
     *
     * @param look asks how the Mac is now
     */
    Optional<CommandResult> find(Inquiry inquiry, Supplier<KnownHost> look) {
        return Optional.ofNullable(asked.get(inquiry.commandUuid()))
                .or(() -> inquiry.object().map(name -> new Asked(name, false)))
                .map(what -> result(look.get(), what));
    }

    private static CommandResult result(KnownHost host, Asked what) {
        if (host.standing() != Standing.ENROLLED) {
            return new CommandResult.Waiting();
        }
        boolean labelled = host.labels().contains(what.name().toString());
        return what.removes() ? removal(host, what.name(), labelled) : installation(host, what.name(), labelled);
    }

    /** A host with the label gets the object when Fleet comes to it; one without was never asked to have it. */
    private static CommandResult installation(KnownHost host, ObjectName name, boolean labelled) {
        return find(host, name, there -> !there.removes())
                .map(there -> switch (there.state()) {
                    case PENDING -> new CommandResult.Waiting();
                    case ACKNOWLEDGED -> new CommandResult.Acknowledged();
                    case FAILED -> failed(there);
                })
                .orElseGet(() -> labelled ? new CommandResult.Waiting() : new CommandResult.Unknown());
    }

    /** What is gone from the list is gone from the Mac. */
    private static CommandResult removal(KnownHost host, ObjectName name, boolean labelled) {
        if (labelled) {
            return new CommandResult.Unknown();
        }
        return find(host, name, there -> true)
                .map(there -> there.removes() && there.state() == HostProfile.State.FAILED
                        ? failed(there)
                        : new CommandResult.Waiting())
                .orElseGet(CommandResult.Acknowledged::new);
    }

    private static Optional<HostProfile> find(KnownHost host, ObjectName name, Function<HostProfile, Boolean> wanted) {
        return host.profiles().stream()
                .filter(there -> there.name().equals(name.toString()))
                .filter(wanted::apply)
                .findFirst();
    }

    private static CommandResult failed(HostProfile there) {
        List<String> words = there.detail()
                .lines()
                .limit(MOST_LINES)
                .map(line -> OneLine.of(line, LONGEST))
                .filter(line -> !line.isEmpty())
                .toList();
        return new CommandResult.Failed(words.isEmpty() ? UNTOLD : words);
    }
}
