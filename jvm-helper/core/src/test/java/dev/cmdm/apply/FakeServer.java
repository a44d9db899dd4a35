// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An MDM server of either kind that does what a test tells it, command by command. */
class FakeServer implements MdmServer {
    static final Capabilities CHECKS_IDS =
            Capabilities.of("NanoMDM", SizeLimit.NONE_FOUND, Trait.PASSES_SIGNED, Trait.CHECKS_IDS);
    static final Capabilities TELLS_QUEUE =
            Capabilities.of("MicroMDM", SizeLimit.NONE_FOUND, Trait.PASSES_SIGNED, Trait.TELLS_QUEUE);

    static final Capabilities TELLS_RESULTS =
            Capabilities.of("Some MDM", SizeLimit.NONE_FOUND, Trait.PASSES_SIGNED, Trait.TELLS_RESULTS);
    static final Capabilities CHECKS_IDS_AND_TELLS_RESULTS =
            Capabilities.of("Fleet", SizeLimit.NONE_FOUND, Trait.CHECKS_IDS, Trait.TELLS_RESULTS);

    /** What happens to one request. */
    enum Fate {
        /** It is taken and answered. */
        ANSWERED,
        /** It is taken and its answer is lost. */
        ANSWER_LOST,
        /** It is lost, and so is its answer. */
        REQUEST_LOST,
        /** The server is not reached. */
        UNREACHABLE,
        /** The credential is refused. */
        AUTHENTICATION_REFUSED,
        /** Its quota is used up for an hour. */
        DEFERRED,
        /** The command is refused. */
        REFUSED,
        /** The server does not manage this Mac. */
        UNKNOWN_DEVICE,
        /** The helper is killed before the request leaves. */
        KILLED_BEFORE,
        /** The request is taken and the helper is killed before it reads the answer. */
        KILLED_AFTER
    }

    final Deque<Fate> fates = new ArrayDeque<>();
    final List<Command> requests = new ArrayList<>();
    int queueRequests;
    int resultRequests;
    boolean queueUnavailable;
    int probes;
    /** Whether a look at it finds its quota used up for an hour. */
    boolean quotaUsedUp;
    /** Whether a look at it finds it down. */
    boolean down;
    /** What happens while the queue is asked. */
    Runnable meanwhile = () -> {};

    private final World world;
    private final Capabilities capabilities;

    FakeServer(World world, Capabilities capabilities) {
        this.world = world;
        this.capabilities = capabilities;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public String address() {
        return "mdm.acme.example:443";
    }

    @Override
    public Probe probe() {
        probes++;
        Optional<Delivery.Deferred> deferred = quotaUsedUp ? Optional.of(deferred()) : Optional.empty();
        return new Probe(!down, true, down ? "connection refused" : "up", deferred);
    }

    @Override
    public Standing standing(Device device) {
        return Standing.ENROLLED;
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        Fate fate = fates.isEmpty() ? Fate.ANSWERED : fates.remove();
        if (fate == Fate.KILLED_BEFORE) {
            throw new Killed();
        }
        requests.add(command);
        world.time.sleep(Duration.ofMillis(50));
        return switch (fate) {
            case ANSWERED -> take(command, notes);
            case ANSWER_LOST -> {
                take(command, notes);
                yield new Delivery.Lost("no answer within 30 s");
            }
            case REQUEST_LOST -> new Delivery.Lost("the connection was reset");
            case UNREACHABLE -> new Delivery.Unreachable("connection refused");
            case AUTHENTICATION_REFUSED -> new Delivery.AuthenticationRefused();
            case DEFERRED -> deferred();
            case REFUSED -> new Delivery.Refused("request is malformed");
            case UNKNOWN_DEVICE -> new Delivery.UnknownDevice();
            case KILLED_AFTER -> {
                take(command, notes);
                throw new Killed();
            }
            case KILLED_BEFORE -> throw new IllegalStateException("handled above");
        };
    }

    private Delivery.Deferred deferred() {
        return new Delivery.Deferred(world.time.now().plus(Duration.ofHours(1)), "its quota is used up");
    }

    /** What the server does with a request that reaches it. */
    Delivery take(Command command, Notes notes) {
        if (capabilities.has(Trait.CHECKS_IDS) && world.knowsId(command.commandUuid())) {
            return new Delivery.AlreadyQueued();
        }
        world.accept(command);
        return new Delivery.Queued(Optional.empty());
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        queueRequests++;
        meanwhile.run();
        if (queueUnavailable) {
            throw new MdmUnavailableException("mdm.acme.example:443 was not reached", false);
        }
        return capabilities.has(Trait.TELLS_QUEUE) ? Optional.of(world.queued()) : Optional.empty();
    }

    @Override
    public Optional<CommandResult> findResult(Device device, Inquiry inquiry) {
        if (!capabilities.has(Trait.TELLS_RESULTS)) {
            return Optional.empty();
        }
        resultRequests++;
        meanwhile.run();
        if (queueUnavailable) {
            throw new MdmUnavailableException("mdm.acme.example:443 was not reached", false);
        }
        CommandResult untold =
                world.knowsId(inquiry.commandUuid()) ? new CommandResult.Waiting() : new CommandResult.Unknown();
        return Optional.of(world.results.getOrDefault(inquiry.commandUuid(), untold));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
