// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.Trait;
import java.util.Optional;

/**
 * What the server that shall take a profile means for its forms.
 *
 * @param unit in what it counts
 * @param makesObjects whether an object of its own can bring what no command carries
 */
record Taker(SizeUnit unit, boolean makesObjects) {
    static Taker of(Optional<Capabilities> server) {
        return new Taker(
                server.flatMap(Capabilities::command).map(SizeLimit::unit).orElse(SizeUnit.BYTES),
                server.filter(able -> able.has(Trait.MAKES_OBJECTS)).isPresent());
    }
}
