// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MicroMDM and a Mac say to each other what was recorded: Authenticate, TokenUpdate, Idle, results and commands. */
class DeviceProtocolReplayTest {
    private static final List<Transcript> RECORDED = Transcript.numbered("device-protocol").stream()
            .filter(each -> each.number() >= 4)
            .toList();
    private static final Map<String, String> CREDENTIAL = Map.of("Authorization", "Basic bWljcm9tZG06c2VjcmV0");

    @TempDir
    Path folder;

    @Test
    void speaksWithAMacAsRecorded() {
        replay(new Rewriting());
    }

    @Test
    void speaksWithOtherMacsAlike() {
        replay(new Rewriting()
                .with("89A94934-EE2D-4D44-8D3F-D525CF76BFCF", "12345678-9ABC-4DEF-8123-456789ABCDEF")
                .with("T1SV8UQESKE4", "C07OTHER1")
                .withPattern("cmd-(\\d)", "command-$1")
                .with("com.example.one", "org.example.wifi.berlin")
                .with("11111111-2222-3333-4444-555555555555", "99999999-8888-7777-6666-555555555555"));
    }

    private void replay(Rewriting rewriting) {
        assertThat(RECORDED).hasSize(7);
        try (var stage = new Stage(new Stage.Options(Product.MICROMDM), folder)) {
            var replay = new Replay(stage, rewriting);
            var identity = stage.server.issueIdentity("a Mac");
            RECORDED.subList(0, 2).forEach(each -> play(replay, each, identity, rewriting));
            queueWhatIsAnsweredLater(stage, rewriting);
            RECORDED.subList(2, 7).forEach(each -> play(replay, each, identity, rewriting));
        }
    }

    /** The recorded private key is gone: another identity of the same server signs. */
    private static void play(Replay replay, Transcript recorded, DeviceIdentity identity, Rewriting rewriting) {
        var body = rewriting.apply(recorded.requestBody());
        var headers = new TreeMap<>(recorded.requestHeaders());
        headers.put("mdm-signature", identity.sign(Stage.bytes(body)));
        replay.play(recorded, body, headers);
    }

    private static void queueWhatIsAnsweredLater(Stage stage, Rewriting rewriting) {
        var udid = rewriting.apply("89A94934-EE2D-4D44-8D3F-D525CF76BFCF");
        var commands = RECORDED.stream()
                .map(Transcript::answerBody)
                .filter(body -> !body.isEmpty())
                .map(rewriting::apply)
                .toList();
        assertThat(commands).hasSize(4);
        commands.forEach(command -> assertThat(stage.call("POST", "/v1/commands/" + udid, CREDENTIAL, command)
                        .status())
                .isEqualTo(201));
        Eventually.until(
                () -> stage.call("GET", "/v1/commands/" + udid, CREDENTIAL, "").body(),
                view -> Pattern.compile("\"uuid\"").matcher(view).results().count() == 4);
    }
}
