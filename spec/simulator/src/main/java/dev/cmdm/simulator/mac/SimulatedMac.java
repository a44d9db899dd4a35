// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.mac.MacFaults.ErrorFault;
import dev.cmdm.simulator.server.SimulatedServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A Mac: what is installed on it, and how it talks to its MDM server. It checks in some time after a push, once more
 * after it said NotNow, and when it wakes up. One conversation at a time; everything here may be called from any thread.
 */
public final class SimulatedMac {

    private final MacSettings settings;
    private final Surroundings surroundings;
    private final Consumer<MacState> listing;
    private final Consumer<String> log;
    private final ProfileStore store = new ProfileStore();
    private final ProfileRules rules;
    private final ReentrantLock conversation = new ReentrantLock();
    private final List<AnsweredCommand> commands = new ArrayList<>();
    private final CheckInTimer checkIns;

    private volatile Optional<Enrollment> enrollment = Optional.empty();
    private final CurrentFaults faults = new CurrentFaults();
    private final AtomicInteger completed = new AtomicInteger();
    private volatile List<InstalledProfile> shown = List.of();

    /**
     * A Mac that nothing manages yet.
     *
     * @param listing is told what the listing is to show from now on
     * @param log takes a line for people per event
     */
    public SimulatedMac(
            MacSettings settings, Surroundings surroundings, Consumer<MacState> listing, Consumer<String> log) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.listing = listing;
        this.log = log;
        this.rules = new ProfileRules(store, surroundings.clock());
        this.checkIns = new CheckInTimer(settings, surroundings, this::checkInByItself, log);
    }

    /** What does not change about this Mac. */
    public MacSettings settings() {
        return settings;
    }

    /** Everything about this Mac as it is now, whatever its listing shows. */
    public MacState state() {
        return stateWith(store.all());
    }

    private MacState stateWith(List<InstalledProfile> profiles) {
        return new MacState(
                settings,
                profiles,
                enrollment.map(Enrollment::approval).orElse(Approval.NONE),
                enrollment.map(bond -> bond.server().serverUrl()),
                faults.get());
    }

    /** The commands answered so far, in order. */
    public List<AnsweredCommand> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    /** How many conversations with the server have been completed. */
    public int checkIns() {
        return completed.get();
    }

    /** Writes the first listing. */
    public void start() {
        publish();
    }

    /**
     * Installs the server's enrollment profile and makes the Mac known to it.
     *
     * @throws IOException if the server does not take it; the Mac is not enrolled then
     * @throws RefusedException if the enrollment profile is none
     * @throws NotPossibleException if the Mac is enrolled already
     */
    public void enroll(SimulatedServer server, Approval approval)
            throws IOException, InterruptedException, RefusedException, NotPossibleException {
        conversation.lockInterruptibly();
        try {
            if (enrollment.isPresent()) {
                throw new NotPossibleException(settings.name() + " is enrolled already; unenroll it first");
            }
            Enrollment bond = new Enrollment(
                    server, approval, server.issueIdentity(settings.name()), PushAddress.draw(surroundings.random()));
            CheckInClient client = client(bond);
            client.authenticate();
            rules.enroll(server.enrollmentProfile());
            surroundings.pushes().listen(bond.push().hexToken(), checkIns::later);
            client.tokenUpdate();
            enrollment = Optional.of(bond);
            logLine("enrolled with " + server.name() + " (" + approval.word() + ")");
            publish();
        } finally {
            conversation.unlock();
        }
    }

    /**
     * Removes the enrollment profile, and with it everything the MDM installed. The server is told; that it cannot be
     * reached keeps nobody from leaving.
     *
     * @throws NotPossibleException if the Mac is not enrolled
     */
    public void unenroll() throws InterruptedException, NotPossibleException {
        conversation.lockInterruptibly();
        try {
            Enrollment bond = enrolled();
            enrollment = Optional.empty();
            surroundings.pushes().forget(bond.push().hexToken());
            rules.unenroll();
            publish();
            client(bond).checkOut();
            logLine("unenrolled");
        } catch (IOException e) {
            logLine("unenrolled; CheckOut failed: " + e.getMessage());
        } finally {
            conversation.unlock();
        }
    }

    /**
     * Checks in at once and answers every command that is queued.
     *
     * @throws NotPossibleException if the Mac is asleep or not enrolled
     * @throws IOException if the server does not answer as it should; what was carried out before stays
     */
    public void checkIn() throws IOException, InterruptedException, NotPossibleException {
        conversation.lockInterruptibly();
        try {
            if (faults.get().asleep()) {
                throw new NotPossibleException(settings.name() + " is asleep; clear its fault first");
            }
            Enrollment bond = enrolled();
            CommandHandler handler = new CommandHandler(settings, store, rules, bond.approval());
            new CheckInSession(client(bond), command -> answer(handler, command), this::answered).run();
            completed.incrementAndGet();
        } finally {
            conversation.unlock();
        }
    }

    /**
     * Installs a profile as a person does in System Settings.
     *
     * @param user for whom; empty for root
     * @throws RefusedException if macOS does not take it
     */
    public void installByHand(byte[] profile, Optional<String> user) throws RefusedException {
        String identifier = rules.installByHand(profile, user);
        logLine("installed by hand: " + identifier);
        publish();
    }

    /** Removes a profile with the profiles tool; says why not when it refuses. */
    public Optional<ToolRemoval.Refusal> remove(ToolRemoval removal) {
        Optional<ToolRemoval.Refusal> refusal = removal.findRefusal(store);
        if (refusal.isEmpty()) {
            store.remove(removal.user(), removal.identifier());
            publish();
        }
        logLine("profiles tool: remove " + removal.identifier() + " "
                + refusal.map(Enum::name).orElse("done"));
        return refusal;
    }

    /** Replaces what goes wrong on this Mac from now on. */
    public void setFaults(MacFaults faults) {
        this.faults.set(faults);
        show();
        // what was pushed while the Mac slept is delivered when it wakes up
        checkIns.later();
    }

    private Answer answer(CommandHandler handler, Command command) {
        MacFaults now = faults.takeForCommand();
        if (now.notNow() > 0) {
            return Answer.NOT_NOW;
        }
        Optional<ErrorFault> error =
                now.error().filter(fault -> fault.identifier().equals(command.identifier()));
        return error.map(fault -> Answer.error(fault.chain())).orElseGet(() -> handler.answer(command));
    }

    private void answered(Command command, Answer answer) {
        AnsweredCommand entry = new AnsweredCommand(
                now(), command.uuid(), command.requestType(), command.identifier(), answer.status());
        synchronized (commands) {
            commands.add(entry);
        }
        log.accept(entry.line());
        if (answer.equals(Answer.NOT_NOW)) {
            checkIns.later();
        }
        Duration lag = faults.get().listingLag().orElse(settings.listingLag());
        surroundings.later(lag, this::publish, log);
    }

    private void checkInByItself() throws IOException, InterruptedException {
        try {
            checkIn();
        } catch (NotPossibleException e) {
            logLine("no check-in: " + e.getMessage());
        }
    }

    private synchronized void publish() {
        shown = store.all();
        show();
    }

    private synchronized void show() {
        listing.accept(stateWith(shown));
    }

    private Enrollment enrolled() throws NotPossibleException {
        return enrollment.orElseThrow(
                () -> new NotPossibleException(settings.name() + " is not enrolled; enroll it first"));
    }

    private CheckInClient client(Enrollment bond) {
        return new CheckInClient(surroundings.http(), settings, bond);
    }

    private void logLine(String event) {
        log.accept(now() + " " + event);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
