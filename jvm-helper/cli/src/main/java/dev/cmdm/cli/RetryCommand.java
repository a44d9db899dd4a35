// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.engine.Host;
import picocli.CommandLine.Command;

/** {@code cmdm retry}. */
@Command(name = "retry", description = "Let the next run send at once what is pending for profiles.")
final class RetryCommand extends ReleaseCommand {
    RetryCommand(Host host, Console console) {
        super(host, console, Operation.RETRY, "will be sent anew by the next run", "nothing is pending for it");
    }
}
