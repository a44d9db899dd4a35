// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.profile.ProfileReader;
import dev.cmdm.simulator.profile.UnusableProfileException;
import dev.cmdm.simulator.server.SimulatedServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Mac: what is installed on it, and how it talks to its MDM server. It checks in some time after a push, once more
 * after it said NotNow, and when it wakes up. Everything here may be called from any thread.
 */
public final class SimulatedMac {
    /** Since when declarations reach a Mac. (Apple, legacy.yaml.) */
    private static final MacosVersion WITH_DECLARATIONS = MacosVersion.of("13");

    private final Inside inside;
    private final Display display;
    private final Management management;

    /**
     * A Mac that nothing manages yet.
     *
     * @param listing is told what the listing is to show from now on
     * @param log takes a line for people per event
     */
    public SimulatedMac(
            MacSettings settings, Surroundings surroundings, Consumer<MacState> listing, Consumer<String> log) {
        this.inside = Inside.of(settings, surroundings, log);
        this.display = new Display(inside.store(), this::stateWith, listing);
        this.management = new Management(inside, display);
    }

    /** What does not change about this Mac. */
    public MacSettings settings() {
        return inside.settings();
    }

    /** Everything about this Mac as it is now, whatever its listing shows. */
    public MacState state() {
        return stateWith(inside.store().all());
    }

    /** The commands answered so far, in order. */
    public List<AnsweredCommand> commands() {
        return management.commands();
    }

    /** How many conversations with the server have been completed. */
    public int checkIns() {
        return management.checkIns();
    }

    /** Writes the first listing. */
    public void start() {
        display.catchUp();
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
        management.enroll(server, approval);
    }

    /**
     * Removes the enrollment profile, and with it everything the MDM installed. The server is told; that it cannot be
     * reached keeps nobody from leaving.
     *
     * @throws NotPossibleException if the Mac is not enrolled
     */
    public void unenroll() throws InterruptedException, NotPossibleException {
        management.unenroll();
    }

    /**
     * Checks in at once and answers every command that is queued.
     *
     * @throws NotPossibleException if the Mac is asleep or not enrolled
     * @throws IOException if the server does not answer as it should; what was carried out before stays
     */
    public void checkIn() throws IOException, InterruptedException, NotPossibleException {
        management.checkIn();
    }

    /**
     * Installs a profile as a person does in System Settings.
     *
     * @param user for whom; empty for root
     * @throws RefusedException if macOS does not take it
     */
    public void installByHand(byte[] profile, Optional<String> user) throws RefusedException {
        refuseOnDemand(profile);
        String identifier = inside.rules().installByHand(profile, user);
        inside.tell("installed by hand: " + identifier);
        display.catchUp();
    }

    /**
     * Installs a profile as declarative device management does, which owns it from then on.
     *
     * @throws RefusedException if macOS does not take it
     * @throws NotPossibleException if the Mac is not enrolled, or its macOS has no declarations
     */
    public void declare(byte[] profile) throws RefusedException, NotPossibleException {
        if (management.serverUrl().isEmpty() || !settings().macos().atLeast(WITH_DECLARATIONS)) {
            throw new NotPossibleException(
                    settings().name() + " takes no declarations; it must be enrolled and have macOS 13 or later");
        }
        inside.tell("brought by a declaration: " + inside.rules().declare(profile));
        display.catchUp();
    }

    private void refuseOnDemand(byte[] profile) throws RefusedException {
        Optional<MacFaults.ErrorFault> fault = inside.faults().get().error();
        if (fault.filter(error -> isCalled(profile, error.identifier())).isPresent()) {
            throw new RefusedException(fault.orElseThrow().chain());
        }
    }

    private static boolean isCalled(byte[] profile, String identifier) {
        try {
            return ProfileReader.read(profile).identifier().equals(identifier);
        } catch (UnusableProfileException e) {
            return false;
        }
    }

    /** Removes a profile with the profiles tool; says why not when it refuses. */
    public Optional<ToolRemoval.Refusal> remove(ToolRemoval removal) {
        Optional<ToolRemoval.Refusal> refusal = inside.rules().removeByTool(removal);
        if (refusal.isEmpty()) {
            display.catchUp();
        }
        inside.tell("profiles tool: remove " + removal.identifier() + " "
                + refusal.map(Enum::name).orElse("done"));
        return refusal;
    }

    /** Replaces what goes wrong on this Mac from now on. */
    public void setFaults(MacFaults faults) {
        boolean slept = inside.faults().get().asleep();
        inside.faults().set(faults);
        display.refresh();
        if (slept && !faults.asleep()) {
            management.wake();
        }
    }

    private MacState stateWith(List<InstalledProfile> profiles) {
        return new MacState(
                inside.settings(),
                profiles,
                management.approval(),
                management.serverUrl(),
                inside.faults().get());
    }
}
