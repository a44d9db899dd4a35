// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.server.Report;
import org.junit.jupiter.api.Test;

class CommandQueueTest {
    private final CommandQueue queue = new CommandQueue();

    @Test
    void keepsACommandUntilTheMacAnswersIt() {
        add("a");
        assertThat(report("Idle", "")).isEqualTo("a");
        assertThat(view()).isEqualTo("a");
        assertThat(report("Acknowledged", "a")).isEqualTo("nothing");
        assertThat(view()).isEmpty();
    }

    @Test
    void offersTheNextCommandToAMacThatIsIdleAgainWithoutAnAnswer() {
        add("a");
        add("b");
        assertThat(report("Idle", "")).isEqualTo("a");
        assertThat(report("Idle", "")).isEqualTo("b");
        assertThat(view()).isEqualTo("a b");
    }

    @Test
    void deliversACommandTwiceThatWasQueuedTwice() {
        add("a");
        add("a");
        assertThat(report("Idle", "")).isEqualTo("a");
        assertThat(report("Acknowledged", "a")).isEqualTo("a");
        assertThat(report("Acknowledged", "a")).isEqualTo("nothing");
    }

    @Test
    void parksWhatTheMacPutsOffAndShowsItStill() {
        add("a");
        assertThat(report("Idle", "")).isEqualTo("a");
        assertThat(report("NotNow", "a")).isEqualTo("nothing");
        assertThat(view()).isEqualTo("a");
    }

    @Test
    void offersWhatWasPutOffAgainOnceNothingElseWaits() {
        add("a");
        add("b");
        assertThat(report("Idle", "")).isEqualTo("a");
        assertThat(report("NotNow", "a")).isEqualTo("b");
        assertThat(report("Acknowledged", "b")).isEqualTo("a");
        assertThat(report("Acknowledged", "a")).isEqualTo("nothing");
    }

    @Test
    void dropsWhatFailed() {
        add("a");
        add("b");
        assertThat(report("Error", "a")).isEqualTo("b");
        assertThat(report("CommandFormatError", "b")).isEqualTo("nothing");
        assertThat(view()).isEmpty();
    }

    @Test
    void clearsWhatIsParkedToo() {
        add("a");
        assertThat(report("NotNow", "a")).isEqualTo("nothing");
        queue.clear();
        assertThat(view()).isEmpty();
    }

    private void add(String uuid) {
        queue.add(new QueuedCommand(uuid, new byte[0]));
    }

    private String report(String status, String uuid) {
        return queue.next(new Report("UDID", status, uuid, new byte[0]))
                .map(QueuedCommand::uuid)
                .orElse("nothing");
    }

    private String view() {
        return String.join(" ", queue.view().stream().map(QueuedCommand::uuid).toList());
    }
}
