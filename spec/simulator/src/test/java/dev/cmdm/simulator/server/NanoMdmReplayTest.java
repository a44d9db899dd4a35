// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** NanoMDM answers as it was recorded on both kinds of storage, to the recorded requests and to others like them. */
class NanoMdmReplayTest {
    private static final String RECORDED_UDID = "E038B886-8C08-4126-90EC-A40FD7B39D77";
    private static final int STORES_THE_PUSH_CERTIFICATE = 18;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "nanomdm-filekv,NANOMDM_FILEKV,n-1 n-2 n-4 n-5 n-7 n-8 n-9 n-10",
        "nanomdm-pgsql,NANOMDM_PGSQL,n-1 n-2 n-5 n-9"
    })
    void answersAsRecorded(String recordings, Product product, String delivered) throws Exception {
        replay(recordings, product, new Rewriting(), delivered);
    }

    @ParameterizedTest
    @CsvSource({
        "nanomdm-filekv,NANOMDM_FILEKV,k/1/k k/2/k k/4/k k/5/k k/7/k k/8/k k/9/k k/10/k",
        "nanomdm-pgsql,NANOMDM_PGSQL,k/1/k k/2/k k/5/k k/9/k"
    })
    void answersOtherMacsCommandsAndProfilesAlike(String recordings, Product product, String delivered)
            throws Exception {
        var rewriting = new Rewriting()
                .with(RECORDED_UDID, "12345678-9ABC-4DEF-8123-456789ABCDEF")
                .with("A66AC6AB-5394-42B3-BC72-37EFFD6DEC75", "12345678-9ABC-4DEF-8123-456789ABCDEF")
                .with("FFFFFFFF-0000-0000-0000-000000000000", "EEEEEEEE-1111-0000-0000-000000000000")
                .with("PW0ZD1W63M60", "C07OTHER1")
                .with("com.example.one", "org.example.wifi.berlin")
                .with("com.example.one.a", "org.example.wifi.berlin.payload")
                .with("11111111-2222-3333-4444-555555555555", "99999999-8888-7777-6666-555555555555")
                .with("yyyyyyyyyy", "another value of another profile")
                .with("hello", "good morning")
                .withPattern("External\\.00000000-0000-0000-0000-000000000001", "External.another-topic")
                .withPattern("\\bn-(\\d+)\\b", "k/$1/k");
        replay(recordings, product, rewriting, delivered);
    }

    /** NanoHUB was not recorded: it has NanoMDM's code under a prefix and with a user of its own (nanohub, cmd/nanohub). */
    @Test
    void answersAsNanoHubUnderItsPrefixAndToItsUser() throws Exception {
        var rewriting = new Rewriting()
                .withPattern("^/v1/", "/api/v1/nanomdm/")
                .with(basic("nanomdm"), basic("nanohub"))
                .withPattern("^Basic realm=\"nanomdm\"$", "Basic realm=\"NanoHUB API\"");
        replay("nanomdm-filekv", Product.NANOHUB, rewriting, "n-1 n-2 n-4 n-5 n-7 n-8 n-9 n-10");
    }

    private static String basic(String user) {
        return Base64.getEncoder().encodeToString((user + ":nanosecret").getBytes(StandardCharsets.UTF_8));
    }

    private void replay(String recordings, Product product, Rewriting rewriting, String delivered) throws Exception {
        var recorded = Transcript.numbered(recordings);
        assertThat(recorded).hasSize(22);
        var options = new Stage.Options(product);
        options.apiKey = "nanosecret";
        try (var stage = new Stage(options, folder)) {
            // The Mac of the file storage was recorded whole; the other differs from it in its UDID.
            var udid = recorded.get(2).target().replaceAll(".*/([0-9A-F-]+)\\?.*", "$1");
            var mac = new RecordedMac(stage, new Rewriting().with(RECORDED_UDID, udid), rewriting);
            mac.enroll();
            var replay = new Replay(stage, rewriting);
            for (var each : recorded) {
                if (each.number() == STORES_THE_PUSH_CERTIFICATE) {
                    replay.play(each, pushCertificate(each, rewriting), each.requestHeaders());
                } else {
                    replay.play(each);
                }
            }
            assertThat(mac.work()).isEqualTo(delivered);
            compareEvents(stage, mac);
        }
    }

    /** The recording leaves the private key out: another certificate of the same topic and the same end stands in. */
    private static String pushCertificate(Transcript recorded, Rewriting rewriting) throws Exception {
        var answer = JsonMapper.shared().readTree(recorded.answerBody());
        var keys = PushCertificatePem.keys();
        return PushCertificatePem.of(
                rewriting.apply(answer.path("topic").asString("")),
                Instant.parse(answer.path("not_after").asString("")),
                keys,
                keys);
    }

    /** The Mac of the recording. */
    private record RecordedMac(Stage stage, Rewriting which, Rewriting rewriting, DeviceIdentity identity) {
        RecordedMac(Stage stage, Rewriting which, Rewriting rewriting) {
            this(stage, which, rewriting, stage.server.issueIdentity("a Mac"));
        }

        void enroll() {
            assertThat(stage.checkIn(identity, body("Authenticate")).status()).isEqualTo(200);
            assertThat(stage.checkIn(identity, body("TokenUpdate")).status()).isEqualTo(200);
        }

        /** Answers every command, with the recorded report where one was recorded, and yields their ids. */
        String work() {
            var delivered = new ArrayList<String>();
            var failed = body("Connect-Error");
            var acknowledged = body("Connect-Acknowledged");
            var command = stage.connect(identity, body("Connect-Idle"));
            while (!command.body().isEmpty() && delivered.size() < 22) {
                var uuid = uuidIn(command.body());
                delivered.add(uuid);
                var report = uuidIn(failed).equals(uuid) ? failed : acknowledged.replace(uuidIn(acknowledged), uuid);
                command = stage.connect(identity, report);
            }
            return String.join(" ", delivered);
        }

        String body(String event) {
            return rewritten(Recordings.sentBy("nanomdm-filekv", event));
        }

        String rewritten(String text) {
            return rewriting.apply(which.apply(text));
        }
    }

    private static String uuidIn(String command) {
        var xml = Pattern.compile("<key>CommandUUID</key>\\s*<string>([^<]*)</string>")
                .matcher(command);
        if (xml.find()) {
            return xml.group(1);
        }
        // A binary list: the only string in it that looks like an id of the recording.
        var binary = Pattern.compile("n-\\d+|k/\\d+/k").matcher(command);
        assertThat(binary.find()).isTrue();
        return binary.group();
    }

    private static void compareEvents(Stage stage, RecordedMac mac) throws Exception {
        for (var name :
                List.of("Authenticate", "TokenUpdate", "Connect-Idle", "Connect-Acknowledged", "Connect-Error")) {
            // The recorder put the JSON on several lines; it was sent on one.
            var recorded = Transcript.read("nanomdm-filekv/webhook-mdm." + name + ".txt");
            var sent = JsonMapper.shared()
                    .readTree(mac.rewritten(recorded.requestBody()))
                    .toString();
            var event = Eventually.until(() -> find(stage.events(), masked(sent)), found -> !found.isEmpty())
                    .get(0);
            assertThat(event.headers())
                    .containsEntry("content-type", "application/json; charset=utf-8")
                    .containsEntry("user-agent", "Go-http-client/1.1")
                    .containsEntry("accept-encoding", "gzip")
                    .containsEntry("x-hmac-signature", hmac(event.body()));
        }
    }

    private static List<Request> find(List<Request> events, String expected) {
        return events.stream()
                .filter(each -> masked(new String(each.body(), StandardCharsets.ISO_8859_1))
                        .equals(expected))
                .toList();
    }

    private static String masked(String event) {
        return event.replaceFirst("\"event_id\":\"[0-9a-f]{16}\"", "\"event_id\":\"ID\"")
                .replaceFirst("\"created_at\":\"[0-9T:.-]+Z\"", "\"created_at\":\"TIME\"");
    }

    private static String hmac(byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Stage.HMAC_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
