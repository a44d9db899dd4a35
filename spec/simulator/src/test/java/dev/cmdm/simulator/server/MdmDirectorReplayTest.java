// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** MDMDirector answers as it was recorded, to the recorded requests and to others like them. */
class MdmDirectorReplayTest {
    private static final List<Transcript> RECORDED = Transcript.numbered("mdmdirector");
    private static final int VIEW_OF_THE_QUEUE = 16;
    private static final int FIRST_AFTER_THE_MAC_CAME = 23;
    private static final int SENT_AT_ENROLLMENT = 3;
    private static final int SENT_BEFORE_THE_VIEW = 9;

    /** The recording took seconds; Go's zero time is no such time and is compared. */
    private static final Pattern TIME = Pattern.compile("\"20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z\"");

    @TempDir
    Path folder;

    @Test
    void answersAsRecorded() throws Exception {
        replay(new Rewriting());
    }

    @Test
    void answersOtherMacsAndProfilesAlike() throws Exception {
        replay(new Rewriting()
                .with("4F21D066-C236-4B67-9733-C7386DC9F088", "12345678-9ABC-4DEF-8123-456789ABCDEF")
                .with("FFFFFFFF-0000-0000-0000-000000000000", "EEEEEEEE-1111-0000-0000-000000000000")
                .with("E6JN574YZ5ZB", "C07OTHER1")
                .with("NOSUCHSERIAL", "NONE")
                .with("com.example.one", "org.example.wifi.berlin")
                .with("com.example.saved", "org.example.later")
                .with("com.example.never", "org.example.unheard.of")
                .with("com.example.shared", "org.example.for.all")
                .with("11111111-2222-3333-4444-555555555555", "99999999-8888-7777-6666-555555555555")
                .with("AAAAAAAA-2222-3333-4444-555555555555", "ABABABAB-8888-7777-6666-555555555555")
                .with("yyyyyyyyyy", "another value of another profile")
                .withPattern("\\{nope", "{zilch"));
    }

    private void replay(Rewriting rewriting) throws Exception {
        assertThat(RECORDED).hasSize(37);
        foreseeHashes(rewriting);
        var options = new Stage.Options(Product.MDMDIRECTOR);
        options.apiKey = "dirpass";
        try (var stage = new Stage(options, folder)) {
            var mac = new RecordedMac(stage, rewriting, stage.server.issueIdentity("a Mac"));
            mac.enroll();
            mac.work(SENT_AT_ENROLLMENT);
            var replay = new Replay(stage, rewriting, text -> TIME.matcher(text).replaceAll("\"TIME\""));
            RECORDED.stream().filter(each -> each.number() < VIEW_OF_THE_QUEUE).forEach(replay::play);
            mac.waitForQueue(SENT_BEFORE_THE_VIEW);
            RECORDED.stream()
                    .filter(each -> each.number() >= VIEW_OF_THE_QUEUE && each.number() < FIRST_AFTER_THE_MAC_CAME)
                    .forEach(replay::play);
            mac.work(SENT_BEFORE_THE_VIEW);
            RECORDED.stream()
                    .filter(each -> each.number() >= FIRST_AFTER_THE_MAC_CAME)
                    .forEach(replay::play);
        }
    }

    /** What is made of the bytes of profiles differs with them. */
    private static void foreseeHashes(Rewriting rewriting) throws Exception {
        for (var post : RECORDED) {
            var uploaded = Pattern.compile("PD94bWw[A-Za-z0-9+/=]+").matcher(post.requestBody());
            while (uploaded.find()) {
                var bytes = decoded(uploaded.group());
                rewriting.with(Hashes.uuid(bytes), Hashes.uuid(rewriting.apply(bytes)));
            }
        }
        var shared = answer("33-shared-list").path(0);
        var hashedTwice = shared.path("HashedPayloadUUID").asString("");
        var rewrittenOnce = decoded(shared.path("MobileconfigData").asString(""))
                .replace(hashedTwice, shared.path("PayloadUUID").asString(""));
        assertThat(Hashes.uuid(rewrittenOnce)).isEqualTo(hashedTwice);
        foreseeHash(rewriting, rewrittenOnce);
        rewriting.with(hashedTwice, Hashes.uuid(rewriting.apply(rewrittenOnce)));
        for (var wanted : answer("25-device-profiles-desired")) {
            foreseeHash(rewriting, decoded(wanted.path("MobileconfigData").asString("")));
        }
    }

    private static void foreseeHash(Rewriting rewriting, String bytes) {
        rewriting.with(Hashes.sha256(bytes), Hashes.sha256(rewriting.apply(bytes)));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    }

    private static JsonNode answer(String name) {
        return JsonMapper.shared()
                .readTree(Transcript.read("mdmdirector/" + name + ".txt").answerBody());
    }

    /** The Mac of the recording: it has one profile, and does not know DeviceConfigured. */
    private record RecordedMac(Stage stage, Rewriting rewriting, DeviceIdentity identity) {
        void enroll() {
            checkIn(string("MessageType", "Authenticate")
                    + string("DeviceName", "E6JN574YZ5ZB's Computer")
                    + string("SerialNumber", "E6JN574YZ5ZB"));
            checkIn(string("MessageType", "TokenUpdate") + string("PushMagic", "magic"));
        }

        private void checkIn(String message) {
            assertThat(stage.checkIn(identity, plist(message)).status()).isEqualTo(200);
        }

        /** Answers every command; there must be so many. */
        void work(int commands) {
            waitForQueue(commands);
            var command = stage.connect(identity, plist(string("Status", "Idle")));
            for (int count = 0; !command.body().isEmpty() && count <= commands; count++) {
                command = stage.connect(identity, report(command.body()));
            }
            assertThat(command.body()).isEmpty();
        }

        void waitForQueue(int commands) {
            var view = RECORDED.get(VIEW_OF_THE_QUEUE - 1);
            Eventually.until(
                    () -> Pattern.compile("\"uuid\"")
                            .matcher(stage.call("GET", rewriting.apply(view.target()), view.requestHeaders(), "")
                                    .body())
                            .results()
                            .count(),
                    count -> count == commands);
        }

        private String report(String command) {
            var uuid = element(command, "CommandUUID");
            if (command.contains("DeviceConfigured")) {
                var recorded = answer("24-command-error").path(0);
                return rewriting
                        .apply(recorded.path("ErrorString").asString(""))
                        .replaceFirst("(<key>CommandUUID</key>\\s*<string>)[^<]*", "$1" + uuid);
            }
            var list = command.contains("<string>ProfileList") ? profileList() : "";
            return plist(string("CommandUUID", uuid) + string("Status", "Acknowledged") + list);
        }

        private String profileList() {
            var listed = answer("04-device-by-udid").path("ProfileList").path(0);
            var item = new StringBuilder("<key>PayloadVersion</key><integer>1</integer>");
            for (var name : List.of("Description", "DisplayName", "Identifier", "Organization", "UUID")) {
                item.append(
                        string("Payload" + name, listed.path("Payload" + name).asString("")));
            }
            return "<key>ProfileList</key><array><dict>" + item + "</dict></array>";
        }

        private String plist(String content) {
            return rewriting.apply("<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict>"
                    + string("UDID", "4F21D066-C236-4B67-9733-C7386DC9F088") + content + "</dict></plist>");
        }

        private static String string(String key, String value) {
            return "<key>" + key + "</key><string>" + value + "</string>";
        }

        private static String element(String plist, String key) {
            var found = Pattern.compile("<key>" + key + "</key>\\s*<string>([^<]*)</string>")
                    .matcher(plist);
            assertThat(found.find()).isTrue();
            return found.group(1);
        }
    }
}
