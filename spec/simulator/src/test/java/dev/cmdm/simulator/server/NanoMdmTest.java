// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NanoMdmTest {
    private static final Map<String, String> CREDENTIAL = credential("nanomdm");
    private static final String ENQUEUE = "/v1/enqueue/" + Messages.UDID;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NANOMDM_FILEKV", "NANOMDM_PGSQL"})
    void pushesAndSaysWithWhichId(Product product) {
        try (var stage = new Stage(reachable(product), folder)) {
            enroll(stage);
            var answer = stage.call("PUT", ENQUEUE, CREDENTIAL, Messages.profileList("a"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .containsPattern("\"" + Messages.UDID + "\": \\{\n\t\t\t\"push_result\": \"[0-9A-F-]{36}\"\n\t\t}");
        }
    }

    @Test
    void answers207WhenOnlySomeOfThePushesFailed() {
        try (var stage = new Stage(reachable(Product.NANOMDM_FILEKV), folder)) {
            enroll(stage);
            var answer = stage.call("PUT", ENQUEUE + ",unknown", CREDENTIAL, Messages.profileList("a"));
            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.body()).contains("\"push_result\": ", "\"push_error\": \"push data missing for id\"");
        }
    }

    @Test
    void queuesOnlyWithAValueForNopush() {
        var options = new Stage.Options(Product.NANOMDM_FILEKV);
        try (var stage = new Stage(options, folder)) {
            enroll(stage);
            var noPush = stage.call("PUT", ENQUEUE + "?nopush=yes", CREDENTIAL, Messages.profileList("a"));
            var push = stage.call("PUT", ENQUEUE + "?nopush=&no_push=1", CREDENTIAL, Messages.profileList("b"));
            assertThat(noPush.status()).isEqualTo(200);
            assertThat(push.status()).isEqualTo(500);
            assertThat(push.body()).contains("push_error");
        }
    }

    @Test
    void deliversWhatItAnswered500For() {
        try (var stage = new Stage(new Stage.Options(Product.NANOMDM_PGSQL), folder)) {
            var identity = enroll(stage);
            assertThat(stage.call("PUT", ENQUEUE, CREDENTIAL, Messages.profileList("a"))
                            .status())
                    .isEqualTo(500);
            assertThat(stage.connect(identity, Messages.idle()).body()).isEqualTo(Messages.profileList("a"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NANOMDM_FILEKV", "NANOMDM_PGSQL"})
    void dropsWhatWaitedWhenAMacEnrollsAgain(Product product) {
        try (var stage = new Stage(new Stage.Options(product), folder)) {
            var identity = enroll(stage);
            stage.call("PUT", ENQUEUE + "?nopush=1", CREDENTIAL, Messages.profileList("a"));
            stage.checkIn(identity, Messages.authenticate());
            assertThat(stage.connect(identity, Messages.idle()).body()).isEmpty();
        }
    }

    @Test
    void refusesWhoeverItsAuthorityDidNotCertifyWith400() {
        try (var stage = new Stage(new Stage.Options(Product.NANOMDM_FILEKV), folder);
                var elsewhere = new Stage(new Stage.Options(Product.NANOMDM_FILEKV), folder)) {
            var stranger = elsewhere.server.issueIdentity("a Mac");
            assertThat(stage.checkIn(stranger, Messages.authenticate()).status())
                    .isEqualTo(400);
            assertThat(stage.call("PUT", "/mdm", Map.of(), Messages.idle()).body())
                    .isEqualTo("Bad Request\n");
        }
    }

    @Test
    void refusesAnIdentityOtherThanTheEnrolledWith500() {
        try (var stage = new Stage(new Stage.Options(Product.NANOMDM_FILEKV), folder)) {
            var identity = enroll(stage);
            var other = stage.server.issueIdentity("another Mac");
            assertThat(stage.connect(other, Messages.idle()).body()).isEqualTo("Internal Server Error\n");
            var reused = Messages.authenticate().replace(Messages.UDID, "another-udid");
            assertThat(stage.checkIn(identity, reused).status()).isEqualTo(500);
        }
    }

    @Test
    void refusesAReportWithoutAStatus() {
        try (var stage = new Stage(new Stage.Options(Product.NANOMDM_FILEKV), folder)) {
            var identity = enroll(stage);
            assertThat(stage.connect(identity, Messages.report("", "a")).status())
                    .isEqualTo(500);
        }
    }

    @Test
    void refusesAReportOfACommandThatPostgresDoesNotKnow() {
        try (var stage = new Stage(new Stage.Options(Product.NANOMDM_PGSQL), folder)) {
            var identity = enroll(stage);
            assertThat(stage.connect(identity, Messages.report("Acknowledged", "unknown"))
                            .status())
                    .isEqualTo(500);
        }
    }

    @Test
    void storesAndShowsAPushCertificateAndRefusesTheKeyOfAnother() throws Exception {
        var end = Instant.parse("2027-11-21T17:30:17Z");
        var keys = PushCertificatePem.keys();
        var pair = PushCertificatePem.of("com.apple.mgmt.External.test", end, keys, keys);
        var mismatch = PushCertificatePem.of("com.apple.mgmt.External.test", end, keys, PushCertificatePem.keys());
        try (var stage = new Stage(new Stage.Options(Product.NANOMDM_FILEKV), folder)) {
            assertThat(stage.call("PUT", "/v1/pushcert", CREDENTIAL, mismatch).body())
                    .contains("private key does not match public key");
            assertThat(stage.call("PUT", "/v1/pushcert", CREDENTIAL, "nothing").status())
                    .isEqualTo(400);
            var stored = stage.call("PUT", "/v1/pushcert", CREDENTIAL, pair);
            assertThat(stored.body()).contains("\"not_after\": \"2027-11-21T17:30:17Z\"");
            assertThat(stage.call("GET", "/v1/pushcert?topic=com.apple.mgmt.External.test", CREDENTIAL, ""))
                    .isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NANOHUB, nanohub, PUT, /v1/enqueue/x",
        "NANOHUB, nanohub, GET, /v1/push/x",
        "NANOHUB, nanohub, GET, /v1/pushcert",
        "NANOMDM_FILEKV, nanomdm, PUT, /api/v1/nanomdm/enqueue/x",
        "NANOMDM_PGSQL, nanomdm, GET, /api/v1/nanomdm/pushcert"
    })
    void hasNoApiUnderThePrefixOfTheOther(Product product, String user, String method, String path) {
        try (var stage = new Stage(new Stage.Options(product), folder)) {
            assertThat(stage.call(method, path, credential(user), "").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NANOHUB, nanohub, 400",
        "NANOHUB, nanomdm, 401",
        "NANOHUB, micromdm, 401",
    })
    void admitsAtNanoHubItsOwnUserOnly(Product product, String user, int status) {
        try (var stage = new Stage(new Stage.Options(product), folder)) {
            assertThat(stage.call("GET", "/api/v1/nanomdm/pushcert", credential(user), "")
                            .status())
                    .isEqualTo(status);
        }
    }

    private static Map<String, String> credential(String user) {
        var text = user + ":" + Stage.API_KEY;
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(Stage.bytes(text)));
    }

    private static Stage.Options reachable(Product product) {
        var options = new Stage.Options(product);
        options.apns = new PushCenter();
        options.pushCertificate = true;
        return options;
    }

    private static DeviceIdentity enroll(Stage stage) {
        var identity = stage.server.issueIdentity("a Mac");
        assertThat(stage.checkIn(identity, Messages.authenticate()).status()).isEqualTo(200);
        assertThat(stage.checkIn(identity, Messages.tokenUpdate()).status()).isEqualTo(200);
        return identity;
    }
}
