// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.facts.MacErrors;
import dev.cmdm.simulator.facts.MacErrors.MacError;
import java.util.List;
import java.util.Map;

/** Thrown when a Mac refuses what it is asked to do; carries the ErrorChain it reports. */
public final class RefusedException extends Exception {
    private final transient List<MacError> chain;

    /** Refuses with a chain of its own. */
    public RefusedException(List<MacError> chain) {
        super(chain.isEmpty() ? "refused" : chain.get(0).text());
        this.chain = List.copyOf(chain);
    }

    /** Refuses with the error of this id, about this profile. */
    static RefusedException of(String errorId, String identifier) {
        return new RefusedException(List.of(MacErrors.get(errorId, Map.of("identifier", identifier))));
    }

    /** The ErrorChain, the outermost error first. */
    public List<MacError> chain() {
        return chain;
    }
}
