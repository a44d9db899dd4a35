// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Fleet refuses, and what it is not asked for. */
class ProfilesRefusalTest extends ProfilesFixture {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "402 | Scoping configuration profiles with labels requires Fleet Premium license | Refused | unset mdm.objects",
                "403 | forbidden | Refused | a maintainer for all of Fleet",
                "413 | Request exceeds the max size limit of 1MB | TooLarge | max size",
                "422 | maximum configuration profile file size is 1 MB | TooLarge | 1 MB",
                "400 | maximum configuration profile file size is 1 MB | TooLarge | 1 MB",
                "422 | Custom configuration profiles can't include FileVault settings. | Refused | FileVault",
                "409 | A configuration profile with this identifier already exists. | Refused | already exists",
                "418 | teapot | Refused | teapot",
                "429 | limit exceeded | Unreachable | limit exceeded",
                "503 | down for maintenance | Unreachable | maintenance",
                "500 | broken | Lost | broken",
                "401 | Authentication required | AuthenticationRefused | ''"
            })
    void understandsEachWayInWhichItRefuses(int status, String reason, String delivery, String words) {
        fleet.instead("POST /api/v1/fleet/configuration_profiles", FakeFleet.refusing(status, reason));
        Delivery told = install("c-1");
        assertThat(told.getClass().getSimpleName()).isEqualTo(delivery);
        assertThat(told.toString()).contains(words).doesNotContain("canary");
        assertThat(fleet.hostLabels).doesNotContain(NAME.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"413 | TooLarge", "404 | Refused", "502 | Lost", "429 | Unreachable", "401 | AuthenticationRefused"
            })
    void knowsWhatIsNotFleetsOwn(int status, String delivery) {
        fleet.instead("POST /api/v1/fleet/configuration_profiles", FakeFleet.saying(status, "<html>no</html>"));
        assertThat(install("c-1").getClass().getSimpleName()).isEqualTo(delivery);
    }

    @Test
    void refusesWhatFleetCouldNotBringAsItIs() {
        assertThat(install(NAME, "c-1", "0\u0080signed", false).toString())
                .contains("it is signed, or no property list");
        assertThat(install(NAME, "c-1", "<plist><array/></plist>", false).toString())
                .contains("no dictionary");
        assertThat(install(NAME, "c-1", content("${FLEET_SECRET_canary}"), false)
                        .toString())
                .contains("variable of Fleet's")
                .doesNotContain("canary");
        assertThat(install(NAME, "c-1", content("$FLEET_VAR_HOST_UUID"), false)).isInstanceOf(Delivery.Refused.class);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 219})
    void namesNothingThatCouldNotBeReadBackOrIsTooLong(int length) {
        String identifier = length == 0 ? "com.acme:dock" : "a".repeat(length);
        ObjectName name = new ObjectName(new ProfileIdentifier(identifier), NAME.uuid());
        assertThat(install(name, "c-1", content("x"), false).toString()).contains("nothing was sent");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void namesWhatHasQuotesAndOtherAlphabets() {
        ObjectName name = new ObjectName(new ProfileIdentifier("com.acme.\"dock\\\" — é"), NAME.uuid());
        fleet.instead("POST /api/v1/fleet/configuration_profiles", FakeFleet.refusing(422, "enough"));
        install(name, "c-1", content("x"), false);
        assertThat(last(CREATE_LABEL))
                .isEqualTo("{\"name\":\"com.acme.\\\"dock\\\\\\\" — é:" + NAME.uuid() + "\",\"host_ids\":[]}");
        assertThat(last(CREATE)).contains("\r\n\r\ncom.acme.\"dock\\\" — é:" + NAME.uuid() + "\r\n");
    }
}
