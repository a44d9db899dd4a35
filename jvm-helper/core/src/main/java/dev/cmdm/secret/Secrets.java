// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import dev.cmdm.process.ProcessRunner;
import dev.cmdm.secret.SecretSource.Command;
import dev.cmdm.secret.SecretSource.Keychain;
import dev.cmdm.secret.SecretSource.SecretFile;
import dev.cmdm.secret.SecretSource.Variable;
import java.nio.file.Path;
import java.util.Map;

/** Reads secrets from their sources, each time anew. */
public final class Secrets {
    private final Map<String, String> environment;
    private final FileSecrets files;
    private final ProgramSecrets programs;

    /**
     * A reader.
     *
     * @param environment the variables of this process
     * @param user the account this process runs as, whose files it may trust beside root's
     * @param runner runs the programs that print secrets
     * @param macRoot the folder below which Apple's tools lie: {@code /}
     */
    public Secrets(Map<String, String> environment, String user, ProcessRunner runner, Path macRoot) {
        this.environment = Map.copyOf(environment);
        this.files = new FileSecrets(user);
        this.programs = new ProgramSecrets(runner, macRoot);
    }

    /**
     * Reads a secret. One line end after it is not part of it.
     *
     * @throws SecretException when it cannot be had
     */
    public Secret read(SecretSource source) {
        if (source instanceof Variable variable) {
            return SecretText.of(variable(variable), variable);
        } else if (source instanceof SecretFile file) {
            return SecretText.of(files.read(file), file);
        } else if (source instanceof Keychain keychain) {
            return SecretText.of(programs.read(keychain), keychain);
        }
        Command command = (Command) source;
        return SecretText.of(programs.read(command), command);
    }

    private String variable(Variable source) {
        String value = environment.get(source.name());
        if (value == null) {
            throw new SecretMissingException(source + " is not set; set it for the program that starts cmdm");
        }
        return value;
    }
}
