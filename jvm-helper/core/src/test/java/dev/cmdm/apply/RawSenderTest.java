// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.journal.History;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.GivenCommand;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A command that a person wants goes out once, and its end is told where the server tells it. */
class RawSenderTest {
    private static final Device MAC =
            new Device("S", "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8", new MacOsVersion(15, 1, 0), Enrollment.NONE);

    private final FakeTime time = new FakeTime();
    private final List<String> history = new ArrayList<>();
    private final Deque<Delivery> deliveries = new ArrayDeque<>(List.of(new Delivery.Queued(Optional.empty())));
    private final Deque<CommandResult> results = new ArrayDeque<>();
    private final List<Command> requests = new ArrayList<>();
    private boolean tells;

    @Test
    void saysThatThisServerTellsNoResults() {
        RawSender.Sent sent = send();
        assertThat(sent.result()).isEqualTo(Outcome.Result.PENDING);
        assertThat(sent.words()).isEqualTo("queued; this server does not tell results");
        assertThat(requests).singleElement().extracting(Command::commandUuid).isEqualTo(sent.commandUuid());
    }

    @Test
    void standsInTheHistoryBeforeItLeaves() {
        send();
        assertThat(history)
                .containsExactly("sent UserList ID-1", "(leaves)", "queued queued; this server does not tell results");
    }

    @Test
    void repeatsNothingWhenTheAnswerIsLost() {
        deliveries.clear();
        deliveries.add(new Delivery.Lost("no answer within 30 s"));
        RawSender.Sent sent = send();
        assertThat(sent.result()).isEqualTo(Outcome.Result.PENDING);
        assertThat(sent.words()).contains("it may be queued; it is not sent again by itself: no answer within 30 s");
        assertThat(requests).hasSize(1);
    }

    @Test
    void saysThatOnlyThePushFailed() {
        deliveries.clear();
        deliveries.add(new Delivery.Queued(Optional.of("no push certificate")));
        assertThat(send().words()).endsWith("the Mac fetches it later: no push certificate");
    }

    @Test
    void failsWhereTheServerRefusesIt() {
        deliveries.clear();
        deliveries.add(new Delivery.Refused("unknown request type"));
        RawSender.Sent sent = send();
        assertThat(sent.result()).isEqualTo(Outcome.Result.FAILED);
        assertThat(sent.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(requests).hasSize(1);
    }

    @Test
    void waitsForTheResultWhereTheServerTellsIt() {
        tells = true;
        results.addAll(
                List.of(new CommandResult.Waiting(), new CommandResult.NotNow(), new CommandResult.Acknowledged()));
        RawSender.Sent sent = send();
        assertThat(sent.result()).isEqualTo(Outcome.Result.DONE);
        assertThat(history).endsWith("acknowledged the Mac acknowledged it");
    }

    @Test
    void tellsApplesWordsWhereTheMacRefusedIt() {
        tells = true;
        results.add(new CommandResult.Failed(List.of("Unknown command (MCMDMErrorDomain 12021)")));
        RawSender.Sent sent = send();
        assertThat(sent.result()).isEqualTo(Outcome.Result.FAILED);
        assertThat(sent.words()).isEqualTo("the Mac refused the command: Unknown command (MCMDMErrorDomain 12021)");
    }

    @Test
    void staysPendingWhenTheMacPutsItOffForAsLongAsOneWaits() {
        tells = true;
        for (int i = 0; i < 40; i++) {
            results.add(new CommandResult.NotNow());
        }
        RawSender.Sent sent = send();
        assertThat(sent.result()).isEqualTo(Outcome.Result.PENDING);
        assertThat(sent.words()).isEqualTo("the Mac put it off (NotNow)");
        assertThat(results).hasSizeGreaterThan(20);
    }

    private RawSender.Sent send() {
        int[] ids = {0};
        Surroundings surroundings = new Surroundings(time, () -> "ID-" + ++ids[0], () -> false, event -> {});
        History kept = event -> history.add(event.word() + " " + event.text());
        return new RawSender(new Server(), kept, surroundings)
                .send(MAC, GivenCommand.named("UserList"), Duration.ofSeconds(20));
    }

    private final class Server implements MdmServer {
        @Override
        public Capabilities capabilities() {
            return tells
                    ? Capabilities.of("Fleet", SizeLimit.NONE_FOUND, Trait.TELLS_RESULTS)
                    : Capabilities.of("NanoMDM", SizeLimit.NONE_FOUND);
        }

        @Override
        public String address() {
            return "mdm.acme.example:443";
        }

        @Override
        public Probe probe() {
            return new Probe(true, true, "up");
        }

        @Override
        public Standing standing(Device device) {
            return Standing.NOT_TOLD;
        }

        @Override
        public Delivery send(Device device, Command command, Notes notes) {
            requests.add(command);
            history.add("(leaves)");
            return deliveries.remove();
        }

        @Override
        public Optional<CommandResult> findResult(Device device, Inquiry inquiry) {
            return Optional.of(results.remove());
        }

        @Override
        public Optional<Set<String>> findQueued(Device device) {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
