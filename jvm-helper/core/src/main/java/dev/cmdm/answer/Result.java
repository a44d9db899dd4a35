// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.device.Device;
import dev.cmdm.installed.Installed;
import dev.cmdm.journal.History;
import dev.cmdm.lint.Finding;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Plan;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.scaffold.Scaffold;
import java.util.List;

/** What a request brought. */
public sealed interface Result {

    /** When a session was opened. */
    record Opened(List<Integer> contracts, List<String> operations, String version, String jarSha256)
            implements Result {}

    /** When the state of the Mac was asked. */
    record State(Device device, Installed installed) implements Result {}

    /** When a plan was asked, or carried out. */
    record Planned(Header header, Plan plan, List<OutcomeInfo> outcomes, List<Finding> findings) implements Result {
        public Planned {
            outcomes = List.copyOf(outcomes);
            findings = List.copyOf(findings);
        }

        /** Whether it was only looked at: what is carried out has an outcome for each step that does not keep. */
        public boolean onlyLookedAt() {
            return outcomes.isEmpty() && plan.steps().stream().anyMatch(step -> step.action() != Action.KEEP);
        }
    }

    /** When it was asked what is pending or failed; the notes say what of the journal could not be read. */
    record Status(List<Standing> standings, List<String> notes) implements Result {
        public Status {
            standings = List.copyOf(standings);
            notes = List.copyOf(notes);
        }
    }

    /** When the history was asked. */
    record Past(List<History.Line> lines) implements Result {
        public Past {
            lines = List.copyOf(lines);
        }
    }

    /** When profiles were let go of, or what was pending for them; those of which anything was known. */
    record Released(List<ProfileKey> profiles) implements Result {
        public Released {
            profiles = List.copyOf(profiles);
        }
    }

    /**
     * When lint looked at declared profiles.
     *
     * @param profiles how many it looked at
     * @param findings what there is to say, in declared order
     */
    record Linted(int profiles, List<Finding> findings) implements Result {
        public Linted {
            findings = List.copyOf(findings);
        }
    }

    /**
     * When what is installed was written down.
     *
     * @param device the Mac
     * @param folder where the files are
     * @param scaffold the files, and what became of each profile
     * @param warnings what of the listing was left out or tolerated, a phrase each
     */
    record Imported(Device device, String folder, Scaffold scaffold, List<String> warnings) implements Result {
        public Imported {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * When a command was sent that a person wanted.
     *
     * @param requestType which
     * @param commandUuid its id; empty when none was sent
     * @param outcome what the Mac told by its server; pending as well where the server tells nothing
     * @param text one phrase for people
     * @param error why it failed; nothing unless it did
     */
    record Commanded(
            String requestType, String commandUuid, Outcome outcome, String text, java.util.Optional<ErrorInfo> error)
            implements Result {}

    /** When this machine was checked. */
    record Checked(List<DoctorLine> lines) implements Result {}

    /**
     * Whom a plan is for.
     *
     * @param device the Mac
     * @param exact whether more of its enrollment was read than that there is one
     * @param server the MDM as people call it, empty when none is configured
     * @param owner who declares
     * @param scope in words: {@code complete under com.acme}, or empty
     */
    record Header(Device device, boolean exact, String server, String owner, String scope) {}

    /**
     * What became of one step.
     *
     * @param step its id
     * @param outcome what was seen
     * @param since RFC 3339, when it was sent; empty when it was not
     * @param commandUuid the command's id, empty when none was sent
     * @param text one phrase for people
     * @param error why it failed; nothing unless it did
     */
    record OutcomeInfo(
            String step,
            Outcome outcome,
            String since,
            String commandUuid,
            String text,
            java.util.Optional<ErrorInfo> error) {}

    /** What was seen of a step. */
    enum Outcome {
        /** It was seen to be true in a later reading. */
        DONE,
        /** It was sent and is not seen yet. */
        PENDING,
        /** It was not tried. */
        SKIPPED,
        /** It failed. */
        FAILED
    }

    /**
     * One line of the check of this machine.
     *
     * @param status whether it is right
     * @param subject what was looked at
     * @param text what was found
     * @param hint what to do, empty when it is right
     */
    record DoctorLine(Status status, String subject, String text, String hint) {
        /** Whether something is right. */
        public enum Status {
            /** It is. */
            OK,
            /** It is for now. */
            WARN,
            /** It is not. */
            FAIL
        }
    }
}
