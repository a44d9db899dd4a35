// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.facts.PayloadFacts;
import dev.cmdm.simulator.profile.Payload;
import dev.cmdm.simulator.profile.PropertyLists;
import java.util.Optional;

/**
 * A removal by the profiles tool.
 *
 * @param identifier which profile
 * @param user whose profile; empty for the computer's
 * @param caller the short name of who calls the tool; empty for root
 * @param password the removal password given
 */
public record ToolRemoval(
        String identifier, Optional<String> user, Optional<String> caller, Optional<String> password) {
    /** Since when nobody but the MDM removes what it installed. (Apple, TopLevel.yaml, PayloadRemovalDisallowed.) */
    private static final MacosVersion MDM_KEEPS_SINCE = MacosVersion.of("10.15");

    /** Why the tool refuses; {@link #factId()} names its words. */
    public enum Refusal {
        /** When the owner has no such profile. */
        ABSENT("remove.reason.absent"),
        /** When the MDM installed it, before macOS 10.15 only if it says that it may not be removed. */
        MDM("remove.reason.mdm"),
        /** When it is the enrollment profile. */
        ENROLLMENT("remove.reason.enrollment"),
        /** When it is not the caller's own, or may not be removed without administrator rights. */
        NOT_ROOT("remove.reason.not-root"),
        /** When the profile asks for a removal password and another or none was given. */
        PASSWORD("remove.reason.password");

        private final String factId;

        Refusal(String factId) {
            this.factId = factId;
        }

        /** The id of the words in the table of texts. */
        public String factId() {
            return factId;
        }
    }

    /** Why the tool would refuse this removal; empty when it carries it out. */
    Optional<Refusal> findRefusal(ProfileStore store, MacosVersion macos) {
        Optional<InstalledProfile> installed = store.find(user, identifier);
        return installed.isEmpty()
                ? Optional.of(Refusal.ABSENT)
                : installed.flatMap(profile -> findRefusal(profile, macos));
    }

    private Optional<Refusal> findRefusal(InstalledProfile installed, MacosVersion macos) {
        boolean kept = macos.atLeast(MDM_KEEPS_SINCE) || installed.profile().removalDisallowed();
        if (installed.origin().managed() && kept) {
            return Optional.of(Refusal.MDM);
        }
        if (installed.origin() == Origin.ENROLLMENT) {
            return Optional.of(Refusal.ENROLLMENT);
        }
        boolean own = user.isPresent() && user.equals(caller);
        if (caller.isPresent() && (!own || installed.profile().removalDisallowed())) {
            return Optional.of(Refusal.NOT_ROOT);
        }
        return removalPassword(installed).equals(password)
                        || removalPassword(installed).isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.PASSWORD);
    }

    private static Optional<String> removalPassword(InstalledProfile installed) {
        return installed
                .profile()
                .findPayload(PayloadFacts.REMOVAL_PASSWORD)
                .map(Payload::settings)
                .flatMap((NSDictionary settings) -> PropertyLists.findText(settings, "RemovalPassword"));
    }
}
