// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding a Mac. */
class DevicesTest extends MdmDirectorFixture {
    @Test
    void findsAMacByItsSerialNumber() {
        server.then(KNOWN);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(lines()).containsExactly("GET /device/serial/E6JN574YZ5ZB");
    }

    @Test
    void writesASerialNumberOfAVirtualMacAsAPathCan() {
        server.then(UNKNOWN);
        mdm.standing(Mdms.device("VMware-56 4d/+1", UDID));
        assertThat(lines()).containsExactly("GET /device/serial/VMware-56%204d%2F%2B1");
    }

    @Test
    void doesNotKnowAMacThatNobodyFinds() {
        server.then(UNKNOWN);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void doesNotTakeAnotherMacOfTheSameSerialNumberForThisOne() {
        server.then(KNOWN);
        assertThat(mdm.standing(Mdms.device("E6JN574YZ5ZB", "11111111-2222-3333-4444-555555555555")))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void neverReadsTheOtherMacThatAFailureBringsAlong() {
        server.then(TestServer.recorded("mdmdirector/06-device-unknown-udid"));
        MdmUnavailableException e = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(e.words()).isEqualTo(mdm.address() + " answered 500; its log or its proxy's tells why");
    }

    @Test
    void seesThatAMacHasLeft() {
        server.then(device("\"TokenUpdateRecieved\":false"));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_ENROLLED);
    }

    @Test
    void takesAUuidInOtherCaseForTheSame() {
        server.then(device("\"TokenUpdateRecieved\":true"));
        assertThat(mdm.standing(Mdms.device("E6JN574YZ5ZB", UDID.toLowerCase(Locale.ROOT))))
                .isEqualTo(Standing.ENROLLED);
    }

    @Test
    void tellsWhatTheMacLastListedAndWhen() {
        server.then(TestServer.recorded("mdmdirector/26-device-by-udid-after-connect"));
        assertThat(mdm.findProfiles(MAC))
                .contains(new ServerProfiles(
                        Optional.of(Instant.parse("2026-11-21T17:31:27.763166Z")),
                        List.of(new ServerProfiles.Entry(
                                "com.github.micromdm.micromdm.enroll",
                                "3A4AD0B4-D804-4AFD-8D59-38389C629C0E",
                                "Enrollment Profile"))));
    }

    @Test
    void tellsNoTimeOfAMacThatNeverListedItsProfilesAndNothingOfAnUnknownOne() {
        server.then(
                device(
                        "\"TokenUpdateRecieved\":true,\"LastProfileList\":\"0001-01-01T00:00:00Z\",\"ProfileList\":null"),
                UNKNOWN);
        assertThat(mdm.findProfiles(MAC)).contains(new ServerProfiles(Optional.empty(), List.of()));
        assertThat(mdm.findProfiles(MAC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "<html>", "{\"UDID\":\"" + UDID + "\"} x"})
    void cannotTellFromAnAnswerThatIsNoMac(String body) {
        server.then(TestServer.answer(200, "text/plain", body));
        MdmUnavailableException e = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(e.words()).isEqualTo(mdm.address() + " described no Mac; check mdm.url and mdm.product");
    }

    @Test
    void tellsAWrongPassword() {
        server.then(TestServer.recorded("mdmdirector/02-no-auth"));
        MdmUnavailableException e = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(e.authentication()).isTrue();
    }

    private static TestServer.Act device(String fields) {
        return TestServer.answer(200, "text/plain", "{\"UDID\":\"" + UDID + "\"," + fields + "}");
    }
}
