// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.wire.GoPlist;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollmentProfileTest {
    @TempDir
    Path folder;

    @Test
    void hasThePayloadsAndKeysOfARecordedOne() throws Exception {
        var recorded = GoPlist.xml(Stage.bytes(Transcript.text("device-protocol/00-enrollment-profile.mobileconfig")));
        try (var stage = new Stage(new Stage.Options(Product.MICROMDM), folder)) {
            var given = GoPlist.xml(stage.server.enrollmentProfile());
            assertThat(Fields.text(given, "PayloadIdentifier")).isEqualTo(Fields.text(recorded, "PayloadIdentifier"));
            for (var type : new String[] {"com.apple.security.scep", "com.apple.mdm"}) {
                assertThat(payload(given, type).allKeys())
                        .contains(payload(recorded, type).allKeys());
            }
            var mdm = payload(given, "com.apple.mdm");
            assertThat(Fields.text(mdm, "ServerURL"))
                    .isEqualTo(stage.server.serverUrl().toString());
            assertThat(Fields.text(mdm, "CheckInURL"))
                    .isEqualTo(stage.server.checkInUrl().toString());
            assertThat(Fields.text(mdm, "IdentityCertificateUUID"))
                    .isEqualTo(Fields.text(payload(given, "com.apple.security.scep"), "PayloadUUID"));
            assertThat(stage.server.enrollmentProfile()).isEqualTo(stage.server.enrollmentProfile());
        }
    }

    private static NSDictionary payload(NSDictionary profile, String type) {
        for (var each : ((NSArray) profile.get("PayloadContent")).getArray()) {
            if (each instanceof NSDictionary payload
                    && Fields.text(payload, "PayloadType").equals(type)) {
                return payload;
            }
        }
        throw new AssertionError("no payload of type " + type);
    }
}
