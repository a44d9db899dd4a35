// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import dev.cmdm.process.OutputTooLargeException;
import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.secret.SecretSource.Command;
import dev.cmdm.secret.SecretSource.Keychain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Secrets that a program prints. What it writes to standard error is dropped unseen, for some programs
 * echo what they were given.
 */
final class ProgramSecrets {
    /** Long enough for a person to touch a key or a vault to answer. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ProcessRunner runner;
    private final Path security;

    ProgramSecrets(ProcessRunner runner, Path macRoot) {
        this.runner = runner;
        this.security = macRoot.resolve("usr/bin/security");
    }

    byte[] read(Command source) {
        return print(source, source.arguments(), "try it by hand as the same user");
    }

    /** A password that holds more than ASCII is printed in hexadecimal by this tool and cannot be told from one. */
    byte[] read(Keychain source) {
        List<String> argv = List.of(security.toString(), "find-generic-password", "-w", "-s", source.item());
        return print(source, argv, "add it with: security add-generic-password -s ITEM -a cmdm -w");
    }

    private byte[] print(SecretSource source, List<String> argv, String fix) {
        // The caller's variables, because such programs find their vault, agent or home by them.
        ProcessCall call = ProcessCall.of(argv)
                .withEnvironment(ProcessCall.Environment.INHERITED)
                .withOutputLimit(SecretText.MAXIMUM_SIZE)
                .withDeadline(DEADLINE);
        try {
            ProcessResult result = runner.run(call);
            if (result.succeeded()) {
                return result.stdout();
            }
            throw new SecretCommandFailedException(source + " gave no secret (exit " + result.exit() + "); " + fix);
        } catch (OutputTooLargeException e) {
            throw new SecretTooLargeException(
                    source + " gives more than 64 KiB, which no secret is; name the right one");
        } catch (ProcessException e) {
            throw new SecretCommandFailedException(source + " gave no secret: " + e.getMessage() + "; " + fix);
        }
    }
}
