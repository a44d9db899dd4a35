// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.mac.MacFaults.ErrorFault;
import dev.cmdm.simulator.server.SimulatedServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** How a Mac is managed: its enrollment, and its conversations with the server, one at a time. */
final class Management {
    private final Inside mac;
    private final Display display;
    private final CheckInTimer timer;
    private final ReentrantLock conversation = new ReentrantLock();
    private final List<AnsweredCommand> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger checkIns = new AtomicInteger();
    private volatile Optional<Enrollment> enrollment = Optional.empty();

    Management(Inside mac, Display display) {
        this.mac = mac;
        this.display = display;
        this.timer = new CheckInTimer(mac, this::checkInByItself);
    }

    Approval approval() {
        return enrollment.map(Enrollment::approval).orElse(Approval.NONE);
    }

    Optional<URI> serverUrl() {
        return enrollment.map(bond -> bond.server().serverUrl());
    }

    List<AnsweredCommand> commands() {
        return List.copyOf(commands);
    }

    int checkIns() {
        return checkIns.get();
    }

    void enroll(SimulatedServer server, Approval approval)
            throws IOException, InterruptedException, RefusedException, NotPossibleException {
        conversation.lockInterruptibly();
        try {
            if (enrollment.isPresent()) {
                throw new NotPossibleException(mac.settings().name() + " is enrolled already; unenroll it first");
            }
            Enrollment bond = new Enrollment(
                    server,
                    approval,
                    server.issueIdentity(mac.settings().name()),
                    PushAddress.draw(mac.surroundings().random()));
            mac.rules().enroll(server.enrollmentProfile());
            introduce(bond);
            enrollment = Optional.of(bond);
            mac.tell("enrolled with " + server.name() + " (" + approval.word() + ")");
            display.catchUp();
            timer.later();
        } finally {
            conversation.unlock();
        }
    }

    void unenroll() throws InterruptedException, NotPossibleException {
        conversation.lockInterruptibly();
        try {
            Enrollment bond = enrolled();
            leave(bond);
            display.catchUp();
            client(bond).checkOut();
            mac.tell("unenrolled");
        } catch (IOException e) {
            mac.tell("unenrolled; CheckOut failed: " + e);
        } finally {
            conversation.unlock();
        }
    }

    void checkIn() throws IOException, InterruptedException, NotPossibleException {
        conversation.lockInterruptibly();
        try {
            if (mac.faults().get().asleep()) {
                throw new NotPossibleException(mac.settings().name() + " is asleep; clear its fault first");
            }
            Enrollment bond = enrolled();
            CommandHandler handler = new CommandHandler(mac.settings(), mac.store(), mac.rules(), bond.approval());
            new CheckInSession(client(bond), command -> answer(handler, command), this::answered).run();
            checkIns.incrementAndGet();
        } finally {
            conversation.unlock();
        }
    }

    /** Delivers what was pushed while the Mac slept. */
    void wake() {
        if (enrollment.isPresent()) {
            timer.later();
        }
    }

    private void introduce(Enrollment bond) throws IOException, InterruptedException {
        CheckInClient client = client(bond);
        try {
            client.authenticate();
            mac.surroundings().pushes().listen(bond.push().hexToken(), timer::later);
            client.tokenUpdate();
        } catch (IOException e) {
            leave(bond);
            throw e;
        }
    }

    private void leave(Enrollment bond) {
        enrollment = Optional.empty();
        mac.surroundings().pushes().forget(bond.push().hexToken());
        mac.rules().unenroll();
    }

    /** What the Mac reports; nothing when it takes the command and is never heard of it again. */
    private Optional<Answer> answer(CommandHandler handler, Command command) {
        MacFaults faults = mac.faults().takeForCommand();
        if (faults.unanswered() > 0) {
            mac.tell("took " + command.uuid() + " and does not answer");
            timer.later();
            return Optional.empty();
        } else if (faults.notNow() > 0) {
            return Optional.of(Answer.NOT_NOW);
        }
        Optional<ErrorFault> error = faults.error().filter(fault -> fault.concerns(command.identifier()));
        return error.map(fault -> Answer.error(fault.chain())).or(() -> Optional.of(handler.answer(command)));
    }

    private void answered(Command command, Answer answer) {
        AnsweredCommand entry = new AnsweredCommand(
                mac.now(), command.uuid(), command.requestType(), command.identifier(), answer.status());
        commands.add(entry);
        mac.log().accept(entry.line());
        if (answer.equals(Answer.NOT_NOW)) {
            timer.later();
        }
        Duration lag = mac.faults().get().listingLag().orElse(mac.settings().listingLag());
        mac.surroundings().later(lag, display::catchUp, mac.log());
    }

    private void checkInByItself() throws IOException, InterruptedException {
        try {
            checkIn();
        } catch (NotPossibleException e) {
            mac.tell("no check-in: " + e.getMessage());
        }
    }

    private Enrollment enrolled() throws NotPossibleException {
        return enrollment.orElseThrow(
                () -> new NotPossibleException(mac.settings().name() + " is not enrolled; enroll it first"));
    }

    private CheckInClient client(Enrollment bond) {
        return new CheckInClient(mac.surroundings().http(), mac.settings(), bond);
    }
}
