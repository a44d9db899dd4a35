// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding a Mac. */
class DevicesTest extends MicroMdmFixture {
    @Test
    void findsAMacByItsSerialNumber() {
        server.then(KNOWN);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(server.requests().get(0).line()).isEqualTo("POST /v1/devices HTTP/1.1");
        assertThat(server.requests().get(0).text()).isEqualTo("{\"filter_serial\":[\"6Q4RQ2M5Y80D\"]}");
    }

    @Test
    void doesNotKnowAMacThatTheServerHasNoEntryOf() {
        server.then(TestServer.recorded("micromdm/04-devices-serial-unknown"));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void doesNotTakeAnotherMacOfTheSameSerialNumberForThisOne() {
        server.then(KNOWN);
        assertThat(mdm.standing(Mdms.device("6Q4RQ2M5Y80D", "11111111-2222-3333-4444-555555555555")))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void findsThisMacAmongAllWhenTheServerIgnoresTheFilter() {
        server.then(devices(device("AAAA", false), device(UDID, true)));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
    }

    @Test
    void seesThatAMacIsCheckedOut() {
        server.then(devices(device(UDID, false)));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_ENROLLED);
    }

    @Test
    void seesThatAMacIsAssignedAndHasNotEnrolled() {
        server.then(devices(device("", false)));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_ENROLLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"devices\":7}", "{\"devices\":[]} x", "<html>"})
    void cannotTellFromAnAnswerThatIsNoListOfDevices(String body) {
        server.then(TestServer.json(200, body));
        MdmUnavailableException e = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(e.words()).isEqualTo(mdm.address() + " gave no list of devices; check mdm.url and mdm.product");
    }

    @Test
    void tellsAWrongPasswordFromAServerThatCannotBeAsked() {
        server.then(
                TestServer.recorded("micromdm/06-devices-wrong-password"),
                TestServer.recorded("micromdm/05-devices-empty-body"));
        MdmUnavailableException wrong = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        MdmUnavailableException other = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(wrong.authentication()).isTrue();
        assertThat(wrong.words())
                .isEqualTo(mdm.address() + " answered 401: it refused the credential; check mdm.credential");
        assertThat(other.authentication()).isFalse();
        assertThat(other.words()).isEqualTo(mdm.address() + " answered 500: EOF");
    }
}
