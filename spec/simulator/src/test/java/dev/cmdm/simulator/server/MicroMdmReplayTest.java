// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MicroMDM answers as it was recorded, to the recorded requests and to others like them. */
class MicroMdmReplayTest {
    private static final List<Transcript> RECORDED = Transcript.numbered("micromdm");
    private static final int QUEUED_BEFORE_THE_VIEW = 7;

    @TempDir
    Path folder;

    @Test
    void answersAsRecorded() {
        replay(new Stage.Options(Product.MICROMDM), new Rewriting());
    }

    @Test
    void answersOtherMacsCommandsAndProfilesAlike() {
        var options = new Stage.Options(Product.MICROMDM);
        options.now = Instant.parse("2027-01-02T03:04:05.6Z");
        replay(
                options,
                new Rewriting()
                        .with("8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8", "12345678-9ABC-4DEF-8123-456789ABCDEF")
                        .with("00000000-0000-0000-0000-000000000000", "77777777-0000-0000-0000-000000000000")
                        .with("FFFFFFFF-0000-0000-0000-000000000000", "EEEEEEEE-1111-0000-0000-000000000000")
                        .with("6Q4RQ2M5Y80D", "C07OTHER1")
                        .with("NOSUCHSERIAL", "NONE")
                        .with("cmdm-0001", "1b4e28ba-2fa1-4d2c-883f-0016d3cca427")
                        .with("cmdm-raw-1", "raw/1")
                        .with("cmdm-raw-2", "another-raw-command-2")
                        .with("com.example.one", "org.example.wifi.berlin")
                        .with("com.example.one.a", "org.example.wifi.berlin.payload")
                        .with("11111111-2222-3333-4444-555555555555", "99999999-8888-7777-6666-555555555555")
                        .with("yyyyyyyyyy", "another value of another profile")
                        .with("Foo", "Quux")
                        .with("other", "org.example.another")
                        .withPattern("\\{nope", "{zilch")
                        .withPattern("character 'n'", "character 'z'")
                        .withPattern("2026-11-21T17:29:10.33147714Z", "2027-01-02T03:04:05.6Z"));
    }

    private void replay(Stage.Options options, Rewriting rewriting) {
        options.topic = "";
        try (var stage = new Stage(options, folder)) {
            var replay = new Replay(stage, rewriting);
            var identity = stage.server.issueIdentity("a Mac");
            enroll(stage, identity, rewriting);
            RECORDED.stream().filter(each -> each.number() < 23).forEach(replay::play);
            var queue = RECORDED.get(22);
            Eventually.until(() -> queued(stage, queue, rewriting), size -> size == QUEUED_BEFORE_THE_VIEW);
            RECORDED.stream()
                    .filter(each -> each.number() >= 23 && each.number() < 28)
                    .forEach(replay::play);
            work(stage, identity, rewriting);
            RECORDED.stream().filter(each -> each.number() >= 28).forEach(replay::play);
            compareEvents(stage, rewriting);
        }
    }

    private static void enroll(Stage stage, DeviceIdentity identity, Rewriting rewriting) {
        assertThat(stage.checkIn(identity, body("Authenticate", rewriting)).status())
                .isEqualTo(200);
        assertThat(stage.checkIn(identity, body("TokenUpdate", rewriting)).status())
                .isEqualTo(200);
    }

    private static long queued(Stage stage, Transcript queue, Rewriting rewriting) {
        var view = stage.call("GET", rewriting.apply(queue.target()), queue.requestHeaders(), "");
        return Pattern.compile("\"uuid\"").matcher(view.body()).results().count();
    }

    /** Answers every command, with the recorded report where one was recorded. */
    private static void work(Stage stage, DeviceIdentity identity, Rewriting rewriting) {
        var acknowledged = body("Connect-Acknowledged", rewriting);
        var failed = body("Connect-Error", rewriting);
        var command = stage.connect(identity, body("Connect-Idle", rewriting));
        for (int count = 0; !command.body().isEmpty() && count <= QUEUED_BEFORE_THE_VIEW; count++) {
            var uuid = uuidIn(command.body());
            var report = failed.contains(uuid) ? failed : acknowledged.replace(uuidIn(acknowledged), uuid);
            command = stage.connect(identity, report);
        }
        assertThat(command.body()).isEmpty();
    }

    private static void compareEvents(Stage stage, Rewriting rewriting) {
        for (var name :
                List.of("Authenticate", "TokenUpdate", "Connect-Idle", "Connect-Acknowledged", "Connect-Error")) {
            var recorded = Transcript.read("micromdm/webhook-mdm." + name + ".txt");
            var expected = masked(rewriting.apply(recorded.requestBody()));
            var event = Eventually.until(
                            () -> stage.events().stream()
                                    .filter(each -> masked(text(each.body())).equals(expected))
                                    .findFirst(),
                            found -> found.isPresent() || stage.events().size() == 9 + 1)
                    .orElseThrow(() -> new AssertionError("no event like " + name));
            assertThat(event.headers())
                    .containsEntry("content-type", "application/json; charset=utf-8")
                    .containsEntry("user-agent", "Go-http-client/1.1")
                    .containsEntry("accept-encoding", "gzip")
                    .containsEntry("content-length", String.valueOf(event.body().length));
        }
    }

    private static String masked(String event) {
        return event.replaceFirst("\"event_id\": \"[0-9a-f-]{36}\"", "\"event_id\": \"ID\"")
                .replaceFirst("\"created_at\": \"[0-9T:.-]+Z\"", "\"created_at\": \"TIME\"");
    }

    private static String body(String webhook, Rewriting rewriting) {
        return rewriting.apply(Recordings.sentBy("micromdm", webhook));
    }

    private static String uuidIn(String plist) {
        var uuid = Pattern.compile("<key>CommandUUID</key>\\s*<string>([^<]*)</string>")
                .matcher(plist);
        assertThat(uuid.find()).isTrue();
        return uuid.group(1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
