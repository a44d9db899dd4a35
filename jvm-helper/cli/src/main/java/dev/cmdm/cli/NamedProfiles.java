// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Parameters;

/** Profiles that a command line names by their identifiers. */
final class NamedProfiles {
    private NamedProfiles() {}

    /** When a command is about all unless some are named. */
    static final class Some {
        @Parameters(arity = "0..*", paramLabel = "IDENTIFIER", description = "Only these profiles.")
        private List<String> identifiers = new ArrayList<>();

        Request request(Operation operation) {
            return request(operation, Request.Arguments.NONE.limit());
        }

        Request request(Operation operation, int limit) {
            return NamedProfiles.request(operation, identifiers, limit);
        }
    }

    /** When a command is about nothing but what is named. */
    static final class These {
        @Parameters(arity = "1..*", paramLabel = "IDENTIFIER", description = "The profiles.")
        private List<String> identifiers = new ArrayList<>();

        Request request(Operation operation) {
            return NamedProfiles.request(operation, identifiers, Request.Arguments.NONE.limit());
        }

        /** One line for each that was named: what it came to. */
        List<String> lines(Result.Released released, String known, String unknown) {
            return identifiers.stream()
                    .map(name -> name + ": " + (isAmong(name, released) ? known : unknown))
                    .toList();
        }

        /** Whether something was known of all of them. */
        int exit(Result.Released released) {
            return identifiers.stream().allMatch(name -> isAmong(name, released)) ? Exit.OK : Exit.FAILED;
        }

        private static boolean isAmong(String name, Result.Released released) {
            Request.Arguments one = new Request.Arguments(Set.of(name), 0);
            return released.profiles().stream().anyMatch(one::isAbout);
        }
    }

    private static Request request(Operation operation, List<String> identifiers, int limit) {
        return new Request(
                "1",
                operation,
                Optional.empty(),
                Request.Readings.NONE,
                Request.Options.DEFAULTS,
                new Request.Arguments(Set.copyOf(identifiers), limit));
    }
}
