// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which commands a person may send beside the plan. Those that only ask may be sent; any other must be named by the
 * settings; those that install and remove profiles never, for the plan alone knows what they would do.
 */
public final class CommandPolicy {
    private static final String DATA = "read-only-commands.txt";
    private static final Set<String> PLANNED = Set.of("installprofile", "removeprofile");

    private final Set<String> allowed;

    /**
     * A policy.
     *
     * @param names RequestTypes that the settings allow, a comma between two; empty for none
     */
    public CommandPolicy(String names) {
        this.allowed = Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Lets a command pass.
     *
     * @throws CommandNotAllowedException when it may not be sent
     */
    public void check(String type) {
        if (PLANNED.contains(type.toLowerCase(Locale.ROOT))) {
            throw new CommandNotAllowedException(
                    type, "goes through the plan: declare the profile, present or absent, and run cmdm apply");
        } else if (!allowed.contains(type) && !readOnly().contains(type)) {
            throw new CommandNotAllowedException(
                    type,
                    "is not among the commands that only ask; name it in commands.allow if this machine may send it");
        }
    }

    /**
     * Lets a command pass that a product takes.
     *
     * @throws CommandNotAllowedException when it takes none but those of the plan
     */
    public static void check(String type, Capabilities able) {
        if (!able.has(Trait.TAKES_RAW)) {
            throw new CommandNotAllowedException(
                    type, "cannot be sent through " + able.product() + ", by which cmdm delivers profiles only");
        }
    }

    /** The commands by which a Mac only tells something. (Apple, mdm/commands.) */
    public static Set<String> readOnly() {
        try (InputStream data = CommandPolicy.class.getResourceAsStream(DATA)) {
            if (data == null) {
                throw new IllegalStateException("the jar lacks " + DATA);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
