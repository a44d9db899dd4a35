// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessNotStartedException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a Mac by its {@code profiles} tool. Installs by the flags that every version up to 10.15 takes; removes by
 * the verb, or before 10.13, which has none, by flags. (Apple, profiles(1).)
 */
final class LocalTool {
    private final Toolbox tools;
    private final Path scratch;

    /**
     * The tool.
     *
     * @param scratch a folder that only its owner can write to, for the files of profiles
     */
    LocalTool(Toolbox tools, Path scratch) {
        this.tools = tools;
        this.scratch = scratch;
    }

    void install(ProfileKey key, byte[] content) {
        try (ProfileFile file = ProfileFile.write(scratch, content)) {
            List<String> arguments =
                    new ArrayList<>(List.of("-I", "-F", file.path().toString()));
            change(key, "install", "installed", withUser(arguments, "-U", key));
        } catch (IOException e) {
            throw new LocalChangeException(
                    "the file to install " + key + " from could not be written or taken away: " + e.getMessage());
        }
    }

    void remove(ProfileKey key, boolean verbs) {
        String identifier = key.identifier().value();
        List<String> arguments =
                new ArrayList<>(verbs ? List.of("remove", "-identifier", identifier) : List.of("-R", "-p", identifier));
        change(key, "remove", "removed", withUser(arguments, verbs ? "-user" : "-U", key));
    }

    private static List<String> withUser(List<String> arguments, String flag, ProfileKey key) {
        if (key.scope() == Scope.USER) {
            arguments.addAll(List.of(flag, key.user()));
        }
        return arguments;
    }

    private void change(ProfileKey key, String verb, String done, List<String> arguments) {
        try {
            ProcessResult result = tools.run(Toolbox.PROFILES, arguments.toArray(String[]::new));
            if (!result.succeeded()) {
                throw new LocalChangeException(
                        "profiles did not " + verb + " " + key + ", in its own words " + ToolWords.of(result));
            }
        } catch (ProcessNotStartedException e) {
            throw new LocalChangeException(key + " was not " + done + ": " + tools.missing(e.program()));
        } catch (ProcessException e) {
            throw new LocalChangeException("whether " + key + " was " + done + " is not known: " + e.getMessage());
        }
    }
}
