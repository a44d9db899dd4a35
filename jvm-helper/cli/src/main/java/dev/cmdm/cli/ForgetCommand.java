// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.engine.Host;
import picocli.CommandLine.Command;

/** {@code cmdm forget}. */
@Command(
        name = "forget",
        description =
                "Let go of profiles: nothing that was sent or recorded is remembered. Changes nothing on the Mac.")
final class ForgetCommand extends ReleaseCommand {
    ForgetCommand(Host host, Console console) {
        super(host, console, Operation.FORGET, "nothing is remembered of it any more", "nothing was remembered of it");
    }
}
