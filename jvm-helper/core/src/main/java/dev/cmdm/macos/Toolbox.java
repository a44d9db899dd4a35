// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessNotStartedException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Apple's tools below one root, each by its absolute path. */
final class Toolbox {
    static final String PROFILES = "/usr/bin/profiles";
    static final String SW_VERS = "/usr/bin/sw_vers";
    static final String IOREG = "/usr/sbin/ioreg";

    /** As much as a listing may have. */
    private static final int OUTPUT_LIMIT = 16 * 1024 * 1024;

    private final MacRoot root;
    private final ProcessRunner runner;

    Toolbox(MacRoot root, ProcessRunner runner) {
        this.root = root;
        this.runner = runner;
    }

    /**
     * Runs a tool that only reads.
     *
     * @throws StateUnreadableException when it cannot be run to its end
     */
    ProcessResult read(String tool, String... arguments) {
        try {
            return run(tool, arguments);
        } catch (ProcessNotStartedException e) {
            throw new StateUnreadableException(missing(e.program()));
        } catch (ProcessException e) {
            throw new StateUnreadableException(e.getMessage());
        }
    }

    /**
     * Runs a tool.
     *
     * @throws ProcessException when it cannot be run to its end
     */
    ProcessResult run(String tool, String... arguments) {
        List<String> argv = new ArrayList<>(List.of(root.tool(tool).toString()));
        argv.addAll(List.of(arguments));
        return runner.run(ProcessCall.of(argv).withOutputLimit(OUTPUT_LIMIT));
    }

    /** Who runs this process; a simulated Mac may say so itself. */
    EffectiveUser user() {
        Path own = root.tool(EffectiveUser.ID);
        return new EffectiveUser(runner, Files.isExecutable(own) ? own.toString() : EffectiveUser.ID);
    }

    /** Why a tool could not be started, and what to do. */
    String missing(String program) {
        if (!root.expectsTools()) {
            return program + " is not here, for this is no Mac; run cmdm on a Mac, or with " + MacRoot.ROOT_VARIABLE
                    + " and " + MacRoot.STATE_VARIABLE + " set for a simulated one";
        }
        return program + " could not be started; "
                + (root.simulated()
                        ? "does " + MacRoot.ROOT_VARIABLE + " name the folder of a simulated Mac?"
                        : "macOS brings it, so look whether it may be run");
    }

    /** How a tool is named to people: by its last name, with its arguments. */
    static String name(String tool, String... arguments) {
        return tool.substring(tool.lastIndexOf('/') + 1) + " " + String.join(" ", arguments);
    }
}
