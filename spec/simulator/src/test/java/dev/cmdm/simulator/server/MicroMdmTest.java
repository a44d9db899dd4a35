// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroMdmTest {
    private static final Map<String, String> CREDENTIAL = Map.of("Authorization", "Basic bWljcm9tZG06c2VjcmV0");
    private static final Map<String, String> WRONG = Map.of("Authorization", "Basic bWljcm9tZG06d3Jvbmc=");
    private static final String QUEUE = "/v1/commands/" + Messages.UDID;

    private final Stage.Options options = new Stage.Options(Product.MICROMDM);

    @TempDir
    Path folder;

    @Test
    void acceptsACommandBeforeItIsInTheQueue() {
        options.queueDelay = Duration.ofHours(1);
        try (var stage = new Stage(options, folder)) {
            assertThat(add(stage, "a").status()).isEqualTo(201);
            assertThat(view(stage)).isEqualTo("{}\n");
        }
    }

    @Test
    void readsTheBodyBeforeTheCredential() {
        try (var stage = new Stage(options, folder)) {
            assertThat(stage.call("POST", "/v1/devices", WRONG, "{").body()).contains("unexpected EOF");
            assertThat(stage.call("POST", "/v1/devices", WRONG, "{}").status()).isEqualTo(401);
            assertThat(stage.call("POST", QUEUE, WRONG, "").status()).isEqualTo(500);
        }
    }

    @Test
    void wakesTheMacOnceTheCommandIsQueued() throws InterruptedException {
        var woken = new CountDownLatch(1);
        var apns = new PushCenter();
        apns.listen(Messages.TOKEN, woken::countDown);
        options.apns = apns;
        options.pushCertificate = true;
        try (var stage = new Stage(options, folder)) {
            enroll(stage);
            add(stage, "a");
            assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(view(stage)).contains("\"uuid\": \"a\"");
            assertThat(stage.call("POST", "/v1/push/" + Messages.UDID, CREDENTIAL, "{}")
                            .body())
                    .contains("\"status\": \"success\"", "\"push_notification_id\": ");
        }
    }

    @Test
    void breaksOffAPushToAGoodTokenWithoutAPushCertificate() {
        try (var stage = new Stage(options, folder)) {
            enroll(stage);
            assertThatThrownBy(() -> stage.callOrFail("POST", "/v1/push/" + Messages.UDID, CREDENTIAL, "{}"))
                    .isInstanceOf(IOException.class);
            assertThat(add(stage, "a").status()).isEqualTo(201);
        }
    }

    @Test
    void dropsWhatWaitedWhenAMacEnrollsAgain() {
        try (var stage = new Stage(options, folder)) {
            var identity = enroll(stage);
            add(stage, "a");
            Eventually.until(() -> view(stage), view -> view.contains("\"a\""));
            stage.checkIn(identity, Messages.authenticate());
            assertThat(view(stage)).isEqualTo("{}\n");
        }
    }

    @Test
    void showsAMacAsNotEnrolledAfterCheckOut() {
        try (var stage = new Stage(options, folder)) {
            var identity = enroll(stage);
            assertThat(devices(stage)).contains("\"enrollment_status\": true");
            stage.checkIn(identity, Messages.checkOut());
            assertThat(devices(stage)).contains("\"enrollment_status\": false");
        }
    }

    @Test
    void refusesReportsThatTheEnrolledIdentityDidNotSign() {
        try (var stage = new Stage(options, folder)) {
            enroll(stage);
            var other = stage.server.issueIdentity("another Mac");
            assertThat(stage.connect(other, Messages.idle()))
                    .isEqualTo(new Answer(500, Map.of("content-length", "0"), ""));
            assertThat(stage.checkIn(other, Messages.tokenUpdate()).status()).isEqualTo(500);
            assertThat(stage.call("PUT", "/mdm/connect", Map.of(), Messages.idle())
                            .status())
                    .isEqualTo(500);
        }
    }

    @Test
    void refusesAStatusThatMacsDoNotHave() {
        try (var stage = new Stage(options, folder)) {
            var identity = enroll(stage);
            assertThat(stage.connect(identity, Messages.report("Fine", "a")).status())
                    .isEqualTo(500);
            assertThat(stage.connect(identity, "no property list").status()).isEqualTo(500);
        }
    }

    private static DeviceIdentity enroll(Stage stage) {
        var identity = stage.server.issueIdentity("a Mac");
        assertThat(stage.checkIn(identity, Messages.authenticate()).status()).isEqualTo(200);
        assertThat(stage.checkIn(identity, Messages.tokenUpdate()).status()).isEqualTo(200);
        return identity;
    }

    private static Answer add(Stage stage, String uuid) {
        return stage.call("POST", QUEUE, CREDENTIAL, Messages.profileList(uuid));
    }

    private static String view(Stage stage) {
        return stage.call("GET", QUEUE, CREDENTIAL, "").body();
    }

    private static String devices(Stage stage) {
        return stage.call("POST", "/v1/devices", CREDENTIAL, "{}").body();
    }
}
