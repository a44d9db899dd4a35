// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * What the parts of one Mac share.
 *
 * @param rules guards the store
 * @param log takes a line for people per event
 */
record Inside(
        MacSettings settings,
        Surroundings surroundings,
        ProfileStore store,
        ProfileRules rules,
        CurrentFaults faults,
        Consumer<String> log) {

    static Inside of(MacSettings settings, Surroundings surroundings, Consumer<String> log) {
        ProfileStore store = new ProfileStore();
        return new Inside(
                settings,
                surroundings,
                store,
                new ProfileRules(settings.macos(), store, surroundings.clock()),
                new CurrentFaults(),
                log);
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    /** Tells an event, with its time. */
    void tell(String event) {
        log.accept(now() + " " + event);
    }
}
