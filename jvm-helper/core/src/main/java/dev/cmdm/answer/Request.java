// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Prefix;
import dev.cmdm.plist.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request.
 *
 * @param id the caller's, repeated on every line of the answer
 * @param operation what is asked
 * @param desired what is declared; nothing when the operation needs none
 * @param readings what the caller read from the Mac; what it leaves out, the helper reads
 * @param options how it shall be done
 */
public record Request(String id, Operation operation, Optional<Declared> desired, Readings readings, Options options) {

    /**
     * What one owner declares.
     *
     * @param owner who
     * @param prefix what a complete set claims; nothing when the list is not complete
     * @param profiles in declared order
     */
    public record Declared(Owner owner, Optional<Prefix> prefix, List<Declaration> profiles) {
        public Declared {
            profiles = List.copyOf(profiles);
        }
    }

    /**
     * Output of Apple's tools that the caller read.
     *
     * @param listing of {@code profiles -P -o stdout-xml}
     * @param verbose of {@code profiles -P -v}
     */
    public record Readings(Optional<Bytes> listing, Optional<Bytes> verbose) {
        /** The helper reads everything itself. */
        public static final Readings NONE = new Readings(Optional.empty(), Optional.empty());
    }

    /**
     * How a request shall be carried out; what is left out has the design's default.
     *
     * @param mode whether anything may be changed
     * @param waitSeconds how long to wait for the Mac, per request
     * @param planDigest the plan that was shown; another one is refused
     * @param only the ids of the steps to carry out; empty means all
     * @param removalLimit how many undeclared profiles may go in one run
     * @param allowEmpty whether an empty complete list may remove
     * @param keep identifiers that are never removed for not being declared
     */
    public record Options(
            Mode mode,
            int waitSeconds,
            Optional<String> planDigest,
            Set<String> only,
            int removalLimit,
            boolean allowEmpty,
            Set<String> keep) {
        /** What holds when nothing is said. */
        public static final Options DEFAULTS =
                new Options(Mode.ENFORCE, 60, Optional.empty(), Set.of(), 3, false, Set.of());

        public Options {
            only = Set.copyOf(only);
            keep = Set.copyOf(keep);
        }
    }

    /** Whether anything may be changed. */
    public enum Mode {
        /** Plans and carries out. */
        ENFORCE,
        /** Plans and reports, and sends, installs and removes nothing. */
        AUDIT
    }
}
