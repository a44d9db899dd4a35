// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user who runs this process, as {@code id -u} tells it: Java itself knows only a name. Asked once, when needed. */
public final class EffectiveUser {
    /** Where {@code id} stands on every system that cmdm runs on. */
    public static final String ID = "/usr/bin/id";

    private final ProcessRunner runner;
    private final String id;
    private @Nullable Boolean root;

    /**
     * The user that a tool tells of.
     *
     * @param runner runs the tool
     * @param id the path of the tool
     */
    public EffectiveUser(ProcessRunner runner, String id) {
        this.runner = runner;
        this.id = id;
    }

    /**
     * Whether it is root.
     *
     * @throws StateUnreadableException when the tool does not tell
     */
    public synchronized boolean root() {
        if (root == null) {
            root = ask() == 0;
        }
        return root;
    }

    private long ask() {
        try {
            ProcessResult result = runner.run(ProcessCall.of(List.of(id, "-u")));
            String printed = new String(result.stdout(), StandardCharsets.US_ASCII).strip();
            if (result.succeeded()) {
                return Long.parseUnsignedLong(printed);
            }
            throw new StateUnreadableException("id -u failed " + ToolWords.of(result));
        } catch (ProcessException e) {
            throw new StateUnreadableException("id -u tells nothing: " + e.getMessage());
        } catch (NumberFormatException e) {
            throw new StateUnreadableException("id -u printed no number");
        }
    }
}
