// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server cannot do, each with what forces it: a section of {@code docs/mdm-servers.md} or a recording. A
 * behaviour that fails and is not here is a fault; so is one that is here and does not fail.
 *
 * @param subject the server
 * @param behaviour what is expected of all
 * @param words what it does instead
 * @param source a file of this repository, with the number of its section behind {@code #}
 */
record Difference(Subject subject, Behaviour behaviour, String words, String source) {

    static Optional<Difference> find(Subject subject, Behaviour behaviour) {
        return Differences.ALL.stream()
                .filter(known -> known.subject == subject && known.behaviour == behaviour)
                .findFirst();
    }

    static Stream<Difference> of(Behaviour behaviour) {
        return Differences.ALL.stream().filter(known -> known.behaviour == behaviour);
    }
}
