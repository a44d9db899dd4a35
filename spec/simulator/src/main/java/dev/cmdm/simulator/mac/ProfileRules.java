// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.facts.PayloadFacts;
import dev.cmdm.simulator.profile.Payload;
import dev.cmdm.simulator.profile.Profile;
import dev.cmdm.simulator.profile.ProfileReader;
import dev.cmdm.simulator.profile.UnusableProfileException;
import java.time.Clock;
import java.util.Optional;

/** Apple's rules of who may install, replace and remove what; one change at a time. */
final class ProfileRules {
    private static final Optional<String> COMPUTER = Optional.empty();

    /** Since when an enrollment that nobody approved is told from another. (Release notes of 10.13.4.) */
    private static final MacosVersion APPROVAL_SINCE = MacosVersion.of("10.13.4");

    private final MacosVersion macos;
    private final ProfileStore store;
    private final Clock clock;

    ProfileRules(MacosVersion macos, ProfileStore store, Clock clock) {
        this.macos = macos;
        this.store = store;
        this.clock = clock;
    }

    /** InstallProfile on the device channel. */
    synchronized void installByMdm(byte[] bytes, Approval approval) throws RefusedException {
        Profile profile = open(bytes);
        if (profile.scope() == Profile.Scope.USER) {
            throw RefusedException.of("wrong-scope", profile.identifier());
        }
        if (profile.holds(PayloadFacts.MDM)) {
            throw RefusedException.of("second-mdm", profile.identifier());
        }
        if (!approval.isApproved() && macos.atLeast(APPROVAL_SINCE)) {
            requireNothingForApprovedMdm(profile);
        }
        requireOrigin(COMPUTER, profile, Origin.MDM, "cannot-replace");
        put(profile, Origin.MDM, COMPUTER);
    }

    /**
     * What an active configuration of type com.apple.configuration.legacy brings; it takes over what the MDM installed
     * and nothing else. (Apple, legacy.yaml.)
     *
     * @return the profile's identifier
     */
    synchronized String declare(byte[] bytes) throws RefusedException {
        Profile profile = open(bytes);
        if (profile.holds(PayloadFacts.MDM)) {
            throw RefusedException.of("second-mdm", profile.identifier());
        }
        Optional<InstalledProfile> other = store.find(COMPUTER, profile.identifier());
        if (other.filter(installed -> !installed.origin().managed()).isPresent()) {
            throw RefusedException.of("cannot-replace", profile.identifier());
        }
        put(profile, Origin.DECLARATIVE, COMPUTER);
        return profile.identifier();
    }

    /** RemoveProfile on the device channel. */
    synchronized void removeByMdm(String identifier) throws RefusedException {
        InstalledProfile installed =
                store.find(COMPUTER, identifier).orElseThrow(() -> RefusedException.of("not-found", identifier));
        if (installed.origin() != Origin.MDM) {
            throw RefusedException.of("not-managed", identifier);
        }
        store.remove(COMPUTER, identifier);
    }

    /**
     * What a person does in System Settings, and the profiles tool up to macOS 10.15.
     *
     * @param user for whom; a profile of scope System is the computer's whoever installs it
     * @return the profile's identifier
     */
    synchronized String installByHand(byte[] bytes, Optional<String> user) throws RefusedException {
        Profile profile = open(bytes);
        if (profile.holds(PayloadFacts.MDM)) {
            throw RefusedException.of("second-mdm", profile.identifier());
        }
        requireNothingForApprovedMdm(profile);
        requireNoMdmOnlyKey(profile);
        Optional<String> owner = profile.scope() == Profile.Scope.USER ? user : COMPUTER;
        requireOrigin(owner, profile, Origin.LOCAL, "collides-with-mdm");
        put(profile, Origin.LOCAL, owner);
        return profile.identifier();
    }

    /** What the profiles tool removes; says why not when it refuses. */
    synchronized Optional<ToolRemoval.Refusal> removeByTool(ToolRemoval removal) {
        Optional<ToolRemoval.Refusal> refusal = removal.findRefusal(store, macos);
        if (refusal.isEmpty()) {
            store.remove(removal.user(), removal.identifier());
        }
        return refusal;
    }

    /** Puts the enrollment profile in place. */
    synchronized void enroll(byte[] enrollmentProfile) throws RefusedException {
        put(open(enrollmentProfile), Origin.ENROLLMENT, COMPUTER);
    }

    /** Takes away the enrollment profile and everything the MDM installed. */
    synchronized void unenroll() {
        store.removeIf(installed -> installed.origin() != Origin.LOCAL);
    }

    private static Profile open(byte[] bytes) throws RefusedException {
        try {
            return ProfileReader.read(bytes);
        } catch (UnusableProfileException e) {
            throw RefusedException.of(e.flaw().errorId(), e.identifier());
        }
    }

    private void requireNothingForApprovedMdm(Profile profile) throws RefusedException {
        if (profile.payloads().stream().anyMatch(payload -> PayloadFacts.needsApprovedMdm(payload.type(), macos))) {
            throw RefusedException.of("needs-approved-mdm", profile.identifier());
        }
    }

    private void requireNoMdmOnlyKey(Profile profile) throws RefusedException {
        if (profile.payloads().stream().anyMatch(this::hasMdmOnlyKey)) {
            throw RefusedException.of("needs-approved-mdm", profile.identifier());
        }
    }

    private boolean hasMdmOnlyKey(Payload payload) {
        return payload.settings().keySet().stream()
                .anyMatch(key -> PayloadFacts.isMdmOnlyKey(payload.type(), key, macos));
    }

    private void requireOrigin(Optional<String> owner, Profile profile, Origin origin, String errorId)
            throws RefusedException {
        Optional<InstalledProfile> other = store.find(owner, profile.identifier());
        if (other.filter(installed -> installed.origin() != origin).isPresent()) {
            throw RefusedException.of(errorId, profile.identifier());
        }
    }

    private void put(Profile profile, Origin origin, Optional<String> owner) {
        store.put(new InstalledProfile(profile, origin, owner, clock.instant()));
    }
}
