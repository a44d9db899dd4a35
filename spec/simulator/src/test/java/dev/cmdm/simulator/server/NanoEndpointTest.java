// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What NanoMDM refuses of what Macs send, alone and inside Fleet. */
class NanoEndpointTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NANOMDM_FILEKV", "FLEET"})
    void answers400ToNoSignatureAndToOneThatItsAuthorityDidNotCertify(Product product) {
        try (var stage = new Stage(new Stage.Options(product), folder);
                var elsewhere = new Stage(new Stage.Options(product), folder)) {
            var stranger = elsewhere.server.issueIdentity("a Mac");
            assertRefused(stage.checkIn(stranger, Messages.authenticate()), 400, "Bad Request\n");
            var path = stage.server.serverUrl().getPath();
            assertRefused(stage.call("PUT", path, Map.of(), Messages.idle()), 400, "Bad Request\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NANOMDM_FILEKV", "FLEET"})
    void answers500ToAnIdentityOtherThanTheEnrolled(Product product) {
        try (var stage = new Stage(new Stage.Options(product), folder)) {
            enroll(stage);
            var other = stage.server.issueIdentity("another Mac");
            assertFailed(stage.checkIn(other, Messages.tokenUpdate()));
            assertFailed(stage.checkIn(other, Messages.checkOut()));
            assertFailed(stage.connect(other, Messages.idle()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NANOMDM_FILEKV", "FLEET"})
    void answers500ToWhatIsNoMessage(Product product) {
        try (var stage = new Stage(new Stage.Options(product), folder)) {
            var identity = enroll(stage);
            for (String body : List.of("", "nothing", Messages.checkOut().replace("CheckOut", "Other"))) {
                assertFailed(stage.checkIn(identity, body));
            }
            assertFailed(stage.connect(identity, "nothing"));
            assertThat(stage.connect(identity, Messages.idle()).status()).isEqualTo(200);
        }
    }

    private static DeviceIdentity enroll(Stage stage) {
        var identity = stage.server.issueIdentity("a Mac");
        assertThat(stage.checkIn(identity, Messages.authenticate()).status()).isEqualTo(200);
        assertThat(stage.checkIn(identity, Messages.tokenUpdate()).status()).isEqualTo(200);
        return identity;
    }

    private static void assertFailed(Answer answer) {
        assertRefused(answer, 500, "Internal Server Error\n");
    }

    private static void assertRefused(Answer answer, int status, String body) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }
}
